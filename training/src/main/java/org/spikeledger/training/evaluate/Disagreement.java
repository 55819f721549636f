package org.spikeledger.training.evaluate;

/**
 * A neuron that fires in one of two simulations of the same image and not in the other.
 *
 * @param layer index of the layer of neurons
 * @param timestep from 0
 * @param neuron canonical index
 * @param potential before the spike test in libtorch
 * @param threshold of the layer
 */
public record Disagreement(int layer, int timestep, int neuron, float potential, float threshold) {

  /** Distance of potential and threshold, as a part of the threshold. */
  public double margin() {
    return Math.abs((double) potential - threshold) / threshold;
  }
}
