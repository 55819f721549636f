package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.plan.Layout;

/**
 * The events that one stage sends in one timestep, in canonical order. Written by the stage that
 * owns its slot, by one thread, or by each the events of its own pixels behind those of the threads
 * before it; read by later stages of the timestep, after all threads have met.
 */
final class EventList {

  private final Positions positions;
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
    this(layout, graded, pooled, new int[Layout.withRoom(layout.size())]);
  }

  /** The same whose canonical indices lie in an array with room for all. */
  EventList(Layout layout, boolean graded, boolean pooled, int[] indices) {
    positions = Positions.of(layout);
    this.indices = indices;
    values = graded ? new float[Layout.withRoom(layout.size())] : null;
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
    closePixelsBefore(positions.pixel(canonicalIndex));
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

  /**
   * Takes over who fired in a thread's pixels, the numbers of spikes as values. Each thread calls
   * it for its own, after all have found who fired; one that works alone has written who fired into
   * {@link #indices} right away.
   */
  void take(FiredNeurons[] all, Member member) {
    int at = 0;
    for (int part = 0; part < member.part(); part++) {
      at += all[part].count();
    }
    FiredNeurons fired = all[member.part()];
    for (int e = 0; values != null && e < fired.count(); e++) {
      values[at + e] = fired.spikes()[e];
    }
    int end = at + fired.count();
    if (member.parts() > 1) {
      System.arraycopy(fired.indices(), 0, indices, at, fired.count());
    }
    int pixels = starts.length - 1;
    positions.findStarts(indices, at, end, starts, member.from(pixels), member.to(pixels));
    if (member.part() == member.parts() - 1) {
      count = end;
    }
  }

  /**
   * Writes a pooled event behind so many others, without making it one of the list: that is left to
   * {@link #endPixel}.
   */
  void write(int position, int canonicalIndex, float value, long stoodFor) {
    indices[position] = canonicalIndex;
    values[position] = value;
    gathered[position] = stoodFor;
  }

  /** Ends a pixel, the one after the last that was ended, with so many events in the list. */
  void endPixel(int ofPixel, int events) {
    starts[ofPixel + 1] = events;
    count = events;
  }

  /** Takes over single events whose indices have been written into {@link #indices}. */
  void takeWritten(int number) {
    count = number;
    findStarts();
  }

  private void findStarts() {
    positions.findStarts(indices, count, starts);
  }

  int count() {
    return count;
  }

  /** The position of a pixel's first event; for the number of pixels, the number of events. */
  int start(int ofPixel) {
    return starts[ofPixel];
  }

  /** The position of each pixel's first event; behind them the number of events. */
  int[] starts() {
    return starts;
  }

  int[] indices() {
    return indices;
  }

  /** The channel of an event. */
  int channel(int event) {
    return positions.channel(indices[event]);
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
