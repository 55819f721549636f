package org.spikeledger.traces.compare;

/**
 * How far two traces differ in one layer, over all inferences that both have. A firing is a neuron
 * in a timestep.
 *
 * @param layer its name
 * @param leftSpikes fired in the first trace
 * @param rightSpikes fired in the second
 * @param onlyLeft firings of the first alone
 * @param onlyRight firings of the second alone
 * @param otherNumber firings of both with other numbers of spikes
 * @param inferences in which any of these is not 0
 */
public record LayerDifference(
    String layer,
    long leftSpikes,
    long rightSpikes,
    long onlyLeft,
    long onlyRight,
    long otherNumber,
    long inferences) {}
