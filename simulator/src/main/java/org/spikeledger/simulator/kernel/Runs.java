package org.spikeledger.simulator.kernel;

/**
 * The events that one target pixel sees, as runs of an event list whose weight rows lie in step
 * with the events' indices: {@code row = index + rowOffset}. Written and read by the thread that
 * owns it, for one pixel at a time.
 */
public final class Runs {

  private final int[] from;
  private final int[] to;
  private final int[] rowOffset;
  private int[] indices;
  private float[] values;
  private int count;

  /** Room for so many runs. */
  public Runs(int capacity) {
    from = new int[capacity];
    to = new int[capacity];
    rowOffset = new int[capacity];
  }

  /**
   * The event list that all runs are of.
   *
   * @param eventIndices canonical, ascending
   * @param eventValues one each; null where every event is 1
   */
  public void of(int[] eventIndices, float[] eventValues) {
    indices = eventIndices;
    values = eventValues;
  }

  /** Starts a pixel. */
  public void clear() {
    count = 0;
  }

  /**
   * Adds the events from one position to before another; joins them to the last run if they go on.
   */
  public void add(int first, int end, int offset) {
    if (first == end) {
      return;
    }
    if (count > 0 && to[count - 1] == first && rowOffset[count - 1] == offset) {
      to[count - 1] = end;
      return;
    }
    from[count] = first;
    to[count] = end;
    rowOffset[count++] = offset;
  }

  /** Whether the pixel sees no event. */
  public boolean isEmpty() {
    return count == 0;
  }

  /** How many runs there are. */
  public int count() {
    return count;
  }

  /** The position of a run's first event. */
  public int from(int run) {
    return from[run];
  }

  /** The position after a run's last event. */
  public int to(int run) {
    return to[run];
  }

  /** What is added to an event's index to find its row. */
  public int rowOffset(int run) {
    return rowOffset[run];
  }

  /** The events' canonical indices. */
  public int[] indices() {
    return indices;
  }

  /** The events' values; null where every event is 1. */
  public float[] values() {
    return values;
  }
}
