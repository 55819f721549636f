package org.spikeledger.training.zoo;

/**
 * One layer of neurons on a card.
 *
 * @param name of its node
 * @param neurons how many
 * @param threshold of all of them; 0 for the output, which has none
 * @param leak of all of them; 1 for the output, which keeps all
 * @param spikesPerNeuronPerInference mean over all test images, in the simulator
 */
public record LayerCard(
    String name, int neurons, double threshold, double leak, double spikesPerNeuronPerInference) {}
