package org.spikeledger.simulator.kernel;

import org.spikeledger.simulator.plan.Layout;

/**
 * Who fires in one timestep of some pixels of a layer. Written by the kernels on the thread that
 * owns it, in ascending order of canonical index; read by the stages that follow.
 */
public final class FiredNeurons {

  private final int[] indices;
  private final int[] spikes;
  private int count;
  private int updated;

  /**
   * Room for so many neurons.
   *
   * @param several whether a neuron can give several spikes in one timestep
   */
  public FiredNeurons(int neurons, boolean several) {
    this(room(neurons), several);
  }

  /**
   * Writes canonical indices where they are wanted.
   *
   * @param indices with {@link #room} for all neurons
   * @param several whether a neuron can give several spikes in one timestep
   */
  public FiredNeurons(int[] indices, boolean several) {
    this.indices = indices;
    spikes = several ? new int[indices.length] : null;
  }

  /** An array for so many canonical indices, which kernels write by vectors. */
  public static int[] room(int neurons) {
    return new int[Layout.withRoom(neurons)];
  }

  /** Starts a timestep. */
  public void clear() {
    count = 0;
    updated = 0;
  }

  /** A neuron gives one spike. */
  public void add(int canonicalIndex) {
    indices[count++] = canonicalIndex;
  }

  /** A neuron gives several spikes. */
  public void add(int canonicalIndex, int number) {
    spikes[count] = number;
    indices[count++] = canonicalIndex;
  }

  /**
   * A kernel has written the canonical indices of neurons that give one spike each behind the last
   * one, where there is room for a whole vector.
   *
   * @param newCount how many neurons have fired by now
   * @param moreUpdated how many more neurons' potentials changed
   */
  public void addWritten(int newCount, int moreUpdated) {
    count = newCount;
    updated += moreUpdated;
  }

  /** So many neurons' potentials changed. */
  public void addUpdated(int neurons) {
    updated += neurons;
  }

  /** The canonical indices; the first {@link #count} are valid. */
  public int[] indices() {
    return indices;
  }

  /** The spikes of each; null where a neuron gives at most one. */
  public int[] spikes() {
    return spikes;
  }

  /** How many neurons fired. */
  public int count() {
    return count;
  }

  /** How many neurons' potentials after reset differ in bits from those before leak. */
  public int updated() {
    return updated;
  }
}
