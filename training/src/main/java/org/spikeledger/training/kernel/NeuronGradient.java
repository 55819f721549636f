package org.spikeledger.training.kernel;

/**
 * The loss's derivatives by the two parameters of a layer of neurons.
 *
 * @param byThreshold per unit of threshold
 * @param byLeak per unit of leak
 */
public record NeuronGradient(double byThreshold, double byLeak) {

  /** The sum of both. */
  NeuronGradient plus(NeuronGradient other) {
    return new NeuronGradient(byThreshold + other.byThreshold, byLeak + other.byLeak);
  }
}
