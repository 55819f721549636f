/** From a graph, as a NIR file holds it, to a spiking network that can be trained on. */
package org.spikeledger.training.adopt;
