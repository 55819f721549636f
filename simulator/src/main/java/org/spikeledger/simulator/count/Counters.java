package org.spikeledger.simulator.count;

import java.util.Arrays;

/**
 * The counters of one inference, or a sum over inferences. Written by the one thread that runs the
 * inference; {@link #snapshot} makes what others may read.
 */
public final class Counters {

  private static final int PRIMITIVES = Primitive.ALL.size();

  private final int layers;
  private final int timesteps;
  private final long[] values;

  /** Zero everywhere. */
  public Counters(int layers, int timesteps) {
    this.layers = layers;
    this.timesteps = timesteps;
    this.values = new long[Math.multiplyExact(Math.multiplyExact(layers, timesteps), PRIMITIVES)];
  }

  /** The number of layers, the output among them. */
  public int layers() {
    return layers;
  }

  /** The number of timesteps. */
  public int timesteps() {
    return timesteps;
  }

  /** Adds to a counter. */
  public void add(int layer, int timestep, Primitive primitive, long amount) {
    values[position(layer, timestep, primitive)] += amount;
  }

  /** Sets a counter, as when it is read back from a trace. */
  public void set(int layer, int timestep, Primitive primitive, long value) {
    values[position(layer, timestep, primitive)] = value;
  }

  /** The value of a counter. */
  public long get(int layer, int timestep, Primitive primitive) {
    return values[position(layer, timestep, primitive)];
  }

  /** Adds all counters of an inference of the same network and timesteps. */
  public void addAll(Counters other) {
    if (other.layers != layers || other.timesteps != timesteps) {
      throw new IllegalArgumentException(
          "counters of one shape can be added: layers=%d,%d timesteps=%d,%d"
              .formatted(layers, other.layers, timesteps, other.timesteps));
    }
    for (int i = 0; i < values.length; i++) {
      values[i] += other.values[i];
    }
  }

  /** Zeroes all counters. */
  public void clear() {
    Arrays.fill(values, 0L);
  }

  /** An immutable copy. */
  public Counts snapshot() {
    return new Counts(layers, timesteps, values.clone());
  }

  private int position(int layer, int timestep, Primitive primitive) {
    return (timestep * layers + layer) * PRIMITIVES + primitive.position();
  }
}
