package org.spikeledger.training.layers;

/**
 * The loss's derivatives by the two parameters of a layer of neurons.
 *
 * @param byThreshold per unit of threshold
 * @param byLeak per unit of leak
 */
record NeuronGradient(double byThreshold, double byLeak) {

  NeuronGradient plus(NeuronGradient other) {
    return new NeuronGradient(byThreshold + other.byThreshold, byLeak + other.byLeak);
  }
}
