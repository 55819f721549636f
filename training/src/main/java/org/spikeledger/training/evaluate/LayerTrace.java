package org.spikeledger.training.evaluate;

import java.util.stream.IntStream;

/**
 * What one layer of neurons did in one inference in libtorch. Neurons are counted in canonical
 * order: row, column, channel. Immutable.
 */
public final class LayerTrace {
  private final String name;
  private final int neurons;
  private final float threshold;
  private final float[] potentials;
  private final float[] spikes;

  /**
   * A trace that takes over its arrays.
   *
   * @param name of the weighted layer in front of the neurons
   * @param neurons how many there are
   * @param threshold of all of them
   * @param potentials before the spike test, timestep by timestep
   * @param spikes 0 or 1, in the same order
   */
  LayerTrace(String name, int neurons, float threshold, float[] potentials, float[] spikes) {
    this.name = name;
    this.neurons = neurons;
    this.threshold = threshold;
    this.potentials = potentials;
    this.spikes = spikes;
  }

  /** Name of the weighted layer in front of the neurons. */
  public String name() {
    return name;
  }

  /** How many neurons there are. */
  public int neurons() {
    return neurons;
  }

  /** The threshold of all of them. */
  public float threshold() {
    return threshold;
  }

  /** Canonical indices of the neurons that fired at a timestep, ascending. */
  public int[] firing(int timestep) {
    return IntStream.range(0, neurons).filter(neuron -> fired(timestep, neuron)).toArray();
  }

  /** Whether a neuron fired at a timestep. */
  public boolean fired(int timestep, int neuron) {
    return spikes[timestep * neurons + neuron] != 0;
  }

  /** A neuron's potential before the spike test at a timestep. */
  public float potential(int timestep, int neuron) {
    return potentials[timestep * neurons + neuron];
  }

  /** Spikes over all neurons and timesteps. */
  public long spikeCount() {
    long sum = 0;
    for (float spike : spikes) {
      sum += spike != 0 ? 1 : 0;
    }
    return sum;
  }
}
