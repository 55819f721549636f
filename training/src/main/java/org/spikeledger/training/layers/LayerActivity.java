package org.spikeledger.training.layers;

/**
 * A layer of spiking neurons, summed up.
 *
 * @param name of the weighted layer in front of the neurons
 * @param spikeRate spikes per neuron per timestep, a mean over the passes it covers
 * @param threshold of the layer
 * @param leak of the layer
 * @param multiplyAccumulatesFed those that its values feed in one dense pass over one image
 */
public record LayerActivity(
    String name, double spikeRate, double threshold, double leak, long multiplyAccumulatesFed) {}
