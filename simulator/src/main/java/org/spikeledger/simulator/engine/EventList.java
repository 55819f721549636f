package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.plan.Layout;

/**
 * The events that one stage sends in one timestep, in canonical order. Written by the stage that
 * owns its slot, before any later stage of the timestep reads it; one thread does both.
 */
final class EventList {

  private final int channels;
  private final int[] indices;
  private final float[] values;
  private final long[] gathered;
  private final int[] starts;
  private int count;
  private int pixel;

  /**
   * Room for an event an element.
   *
   * @param layout of the stage
   * @param graded whether events have values of their own
   * @param pooled whether events stand for several
   */
  EventList(Layout layout, boolean graded, boolean pooled) {
    channels = layout.channels();
    indices = new int[layout.size()];
    values = graded ? new float[layout.size()] : null;
    gathered = pooled ? new long[layout.size()] : null;
    starts = new int[layout.pixels() + 1];
  }

  /** Starts a timestep. */
  void clear() {
    count = 0;
    pixel = 0;
  }

  /** Adds an event behind all others; for lists of single spikes the value is 1. */
  void add(int canonicalIndex, float value, long stoodFor) {
    closePixelsBefore(canonicalIndex / channels);
    indices[count] = canonicalIndex;
    if (values != null) {
      values[count] = value;
    }
    if (gathered != null) {
      gathered[count] = stoodFor;
    }
    count++;
  }

  /** Ends a timestep: no event follows. */
  void close() {
    closePixelsBefore(starts.length - 1);
    starts[starts.length - 1] = count;
  }

  private void closePixelsBefore(int next) {
    while (pixel < next) {
      starts[++pixel] = count;
    }
  }

  /** Takes over who fired: the indices, and the numbers of spikes as values. */
  void take(int[] firing, int[] spikes, int number) {
    System.arraycopy(firing, 0, indices, 0, number);
    for (int i = 0; spikes != null && i < number; i++) {
      values[i] = spikes[i];
    }
    count = number;
    findStarts();
  }

  /** Takes over single events whose indices have been written into {@link #indices}. */
  void takeWritten(int number) {
    count = number;
    findStarts();
  }

  private void findStarts() {
    int at = 0;
    int end = 0;
    for (int p = 0; p < starts.length - 1; p++) {
      starts[p] = at;
      end += channels;
      while (at < count && indices[at] < end) {
        at++;
      }
    }
    starts[starts.length - 1] = count;
  }

  int count() {
    return count;
  }

  /** The position of a pixel's first event; for the number of pixels, the number of events. */
  int start(int ofPixel) {
    return starts[ofPixel];
  }

  int[] indices() {
    return indices;
  }

  int index(int event) {
    return indices[event];
  }

  /** One a event, or null where every event is 1. */
  float[] values() {
    return values;
  }

  float value(int event) {
    return values == null ? 1f : values[event];
  }

  long gathered(int event) {
    return gathered == null ? 1 : gathered[event];
  }
}
