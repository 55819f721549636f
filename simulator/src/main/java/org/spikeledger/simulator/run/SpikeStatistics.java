package org.spikeledger.simulator.run;

/**
 * Spikes of a layer over the inferences of a run.
 *
 * @param meanPerNeuronPerInference mean over inferences of spikes / neurons
 * @param standardError of that mean; 0 for a single inference
 */
public record SpikeStatistics(double meanPerNeuronPerInference, double standardError) {}
