package org.spikeledger.simulator.encode;

import java.util.Arrays;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/** Puts the events of one inference together, timestep by timestep, in canonical order. */
final class EventCollector {

  private final Shape shape;
  private final boolean binary;
  private int[] starts = new int[17];
  private int[] indices = new int[64];
  private float[] values = new float[64];
  private int timesteps;
  private int size;

  EventCollector(Shape shape, ValueKind kind) {
    this.shape = shape;
    this.binary = kind == ValueKind.BINARY;
  }

  /** Adds a value to the timestep; plus or minus zero is no event. */
  void add(int canonicalIndex, float value) {
    if (value == 0) {
      return;
    }
    if (size == indices.length) {
      indices = Arrays.copyOf(indices, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    indices[size] = canonicalIndex;
    values[size++] = value;
  }

  void endTimestep() {
    timesteps++;
    if (timesteps == starts.length) {
      starts = Arrays.copyOf(starts, 2 * timesteps);
    }
    starts[timesteps] = size;
  }

  EventInput input() {
    return new EventInput(
        shape,
        Arrays.copyOf(starts, timesteps + 1),
        Arrays.copyOf(indices, size),
        binary ? null : Arrays.copyOf(values, size));
  }
}
