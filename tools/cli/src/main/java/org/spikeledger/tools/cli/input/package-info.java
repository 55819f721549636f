/** From a dataset to what a network receives. */
package org.spikeledger.tools.cli.input;
