/**
 * What a run looked like beyond its counters: events at each connection, histograms of spikes, a
 * raster, the ANN of the same weights, and the figures of other tools by their own definitions. All
 * of it is rebuilt from an inference's spikes and the graph, with no code of the engine.
 */
package org.spikeledger.simulator.profile;
