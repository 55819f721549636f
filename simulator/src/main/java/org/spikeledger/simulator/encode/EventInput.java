package org.spikeledger.simulator.encode;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/**
 * Events at timesteps: the spikes of a rate or latency encoding, a sensor's events, or a current
 * that changes. In each timestep the events stand in canonical order, at most one an element.
 */
public final class EventInput implements EncodedInput {

  /** No array is longer on any virtual machine. */
  private static final int MOST_EVENTS = Integer.MAX_VALUE - 8;

  private final Shape shape;
  private final int[] starts;
  private final int[] indices;
  private final float[] values;
  private final KnownDigest digest = new KnownDigest();

  /**
   * Takes over arrays that the caller never touches again.
   *
   * @param shape in NIR's order
   * @param starts one more than timesteps; the events of timestep t stand at starts[t] up to
   *     starts[t + 1]
   * @param indices canonical, ascending within a timestep
   * @param values one an event, finite and not zero; null where every event is 1, which makes the
   *     input binary
   */
  public EventInput(Shape shape, int[] starts, int[] indices, float[] values) {
    this.shape = shape;
    this.starts = starts;
    this.indices = indices;
    this.values = values;
    check();
  }

  /** The timesteps of several inputs of one shape and kind, one after the other; at least one. */
  public static EventInput concatenated(List<EventInput> inputs) {
    EventInput first = inputs.getFirst();
    int timesteps = inputs.stream().mapToInt(EventInput::timesteps).sum();
    long events = inputs.stream().mapToLong(EventInput::size).sum();
    if (events > MOST_EVENTS) {
      throw new BadInputException(
          "inputs that follow one another have at most %d events: events=%d inputs=%d"
              .formatted(MOST_EVENTS, events, inputs.size()));
    }
    int[] starts = new int[timesteps + 1];
    int[] indices = new int[(int) events];
    float[] values = first.values == null ? null : new float[(int) events];
    int timestep = 0;
    int event = 0;
    for (EventInput input : inputs) {
      if (!input.shape.equals(first.shape) || input.kind() != first.kind()) {
        throw new BadInputException(
            "inputs that follow one another have one shape and kind: shape=%s,%s kind=%s,%s"
                .formatted(first.shape, input.shape, first.kind(), input.kind()));
      }
      System.arraycopy(input.indices, 0, indices, event, input.size());
      if (values != null) {
        System.arraycopy(input.values, 0, values, event, input.size());
      }
      for (int t = 1; t <= input.timesteps(); t++) {
        starts[++timestep] = event + input.starts[t];
      }
      event += input.size();
    }
    return new EventInput(first.shape, starts, indices, values);
  }

  private void check() {
    if (starts.length < 1 || starts[0] != 0 || starts[starts.length - 1] != indices.length) {
      throw new BadInputException(
          "event offsets must run from 0 to the number of events: offsets="
              + Arrays.toString(starts)
              + " events="
              + indices.length);
    }
    if (values != null && values.length != indices.length) {
      throw new BadInputException(
          "events need a value each: values=" + values.length + " events=" + indices.length);
    }
    for (int t = 0; t < timesteps(); t++) {
      if (starts[t] > starts[t + 1] || starts[t + 1] > indices.length) {
        throw new BadInputException(
            "event offsets must not fall, nor lead beyond the events: timestep=" + t);
      }
      checkTimestep(t);
    }
  }

  private void checkTimestep(int timestep) {
    int last = -1;
    for (int e = starts[timestep]; e < starts[timestep + 1]; e++) {
      if (indices[e] <= last || indices[e] >= shape.size()) {
        throw new BadInputException(
            "event indices ascend within the shape: canonicalIndex=%d timestep=%d shape=%s"
                .formatted(indices[e], timestep, shape));
      }
      last = indices[e];
      if (values != null && !(Float.isFinite(values[e]) && values[e] != 0f)) {
        throw new BadInputException(
            "an event's value must be finite and not zero: value=%s timestep=%d canonicalIndex=%d"
                .formatted(values[e], timestep, indices[e]));
      }
    }
  }

  @Override
  public Shape shape() {
    return shape;
  }

  @Override
  public ValueKind kind() {
    return values == null ? ValueKind.BINARY : ValueKind.GRADED;
  }

  /** The number of timesteps that the events cover; later ones have none. */
  public int timesteps() {
    return starts.length - 1;
  }

  /** Where a timestep's events begin; for a timestep past the last, the number of events. */
  public int start(int timestep) {
    return starts[Math.min(timestep, timesteps())];
  }

  /** The number of events over all timesteps. */
  public int size() {
    return indices.length;
  }

  /** The canonical index of an event. */
  public int index(int event) {
    return indices[event];
  }

  /**
   * Copies the canonical indices of a timestep's events to the start of an array.
   *
   * @return how many there are
   */
  public int copyIndices(int timestep, int[] into) {
    int count = start(timestep + 1) - start(timestep);
    System.arraycopy(indices, start(timestep), into, 0, count);
    return count;
  }

  /** The value of an event; 1 where the input is binary. */
  public float value(int event) {
    return values == null ? 1f : values[event];
  }

  @Override
  public byte[] digest() {
    return digest.get(() -> InputDigest.of(this));
  }
}
