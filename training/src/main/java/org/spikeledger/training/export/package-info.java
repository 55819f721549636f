/** From a trained network to a graph and a file. */
package org.spikeledger.training.export;
