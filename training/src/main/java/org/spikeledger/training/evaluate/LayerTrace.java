package org.spikeledger.training.evaluate;

import java.util.stream.IntStream;

/**
 * What one layer of neurons did in one inference in libtorch.
 *
 * @param name of the weighted layer in front of it
 * @param neurons how many there are
 * @param threshold of all of them
 * @param potentials before the spike test, timestep by timestep, each in canonical order (row,
 *     column, channel)
 * @param spikes 0 or 1, in the same order
 */
public record LayerTrace(
    String name, int neurons, float threshold, float[] potentials, float[] spikes) {

  /** Canonical indices of the neurons that fired at a timestep, ascending. */
  public int[] firing(int timestep) {
    return IntStream.range(0, neurons).filter(i -> fired(timestep, i)).toArray();
  }

  /** Whether a neuron fired at a timestep. */
  public boolean fired(int timestep, int neuron) {
    return spikes[timestep * neurons + neuron] != 0;
  }

  /** A neuron's potential before the spike test at a timestep. */
  public float potential(int timestep, int neuron) {
    return potentials[timestep * neurons + neuron];
  }
}
