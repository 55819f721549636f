package org.spikeledger.models.dataset;

import java.util.Arrays;

/**
 * What an event camera or another event-based sensor recorded of one sample: events with a place, a
 * polarity and a time, in any order. Immutable; safe for several threads.
 */
public final class EventRecording {

  private final int[] x;
  private final int[] y;
  private final boolean[] on;
  private final long[] time;

  private EventRecording(Builder builder) {
    x = Arrays.copyOf(builder.x, builder.size);
    y = Arrays.copyOf(builder.y, builder.size);
    on = Arrays.copyOf(builder.on, builder.size);
    time = Arrays.copyOf(builder.time, builder.size);
  }

  /** Starts an empty recording. */
  public static Builder builder() {
    return new Builder();
  }

  /** The number of events. */
  public int size() {
    return time.length;
  }

  /** The column of an event, at least 0. */
  public int x(int event) {
    return x[event];
  }

  /** The row of an event, at least 0. */
  public int y(int event) {
    return y[event];
  }

  /** Whether an event's polarity is positive. */
  public boolean isOn(int event) {
    return on[event];
  }

  /** The time of an event, in the recording's own unit, usually microseconds. */
  public long time(int event) {
    return time[event];
  }

  /** Collects events. Not safe for several threads. */
  public static final class Builder {

    private int[] x = new int[64];
    private int[] y = new int[64];
    private boolean[] on = new boolean[64];
    private long[] time = new long[64];
    private int size;

    private Builder() {}

    /** Adds an event. */
    public Builder event(int column, int row, boolean isOn, long at) {
      if (size == time.length) {
        x = Arrays.copyOf(x, 2 * size);
        y = Arrays.copyOf(y, 2 * size);
        on = Arrays.copyOf(on, 2 * size);
        time = Arrays.copyOf(time, 2 * size);
      }
      x[size] = column;
      y[size] = row;
      on[size] = isOn;
      time[size++] = at;
      return this;
    }

    /** The recording. */
    public EventRecording build() {
      return new EventRecording(this);
    }
  }
}
