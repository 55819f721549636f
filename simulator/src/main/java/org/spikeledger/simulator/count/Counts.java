package org.spikeledger.simulator.count;

import java.util.Arrays;

/** Counters at a moment, for reading: of one inference, or summed over many. Immutable. */
public final class Counts {

  private final int layers;
  private final int timesteps;
  private final long[] values;

  Counts(int layers, int timesteps, long[] values) {
    this.layers = layers;
    this.timesteps = timesteps;
    this.values = values;
  }

  /** The number of layers, the output among them. */
  public int layers() {
    return layers;
  }

  /** The number of timesteps. */
  public int timesteps() {
    return timesteps;
  }

  /** A counter of a layer at a timestep. */
  public long get(int layer, int timestep, Primitive primitive) {
    return values[(timestep * layers + layer) * Primitive.ALL.size() + primitive.position()];
  }

  /** A counter of a layer, summed over the timesteps. */
  public long layer(int layer, Primitive primitive) {
    long sum = 0;
    for (int t = 0; t < timesteps; t++) {
      sum += get(layer, t, primitive);
    }
    return sum;
  }

  /** A counter summed over layers and timesteps. */
  public long total(Primitive primitive) {
    long sum = 0;
    for (int layer = 0; layer < layers; layer++) {
      sum += layer(layer, primitive);
    }
    return sum;
  }

  /**
   * Synaptic operations of a layer: accumulates and multiply-accumulates without those of the
   * directly encoded input; an event counts exactly once.
   */
  public long synapticOperations(int layer) {
    return layer(layer, Primitive.ACCUMULATES)
        + layer(layer, Primitive.MULTIPLY_ACCUMULATES)
        - layer(layer, Primitive.DIRECT_MULTIPLY_ACCUMULATES);
  }

  /** Synaptic operations of all layers. */
  public long synapticOperations() {
    long sum = 0;
    for (int layer = 0; layer < layers; layer++) {
      sum += synapticOperations(layer);
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Counts that
        && layers == that.layers
        && timesteps == that.timesteps
        && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }
}
