package org.spikeledger.simulator.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.RowFormat;
import org.spikeledger.simulator.plan.Windows;

/**
 * The events that each window of a connection sees in one timestep, as runs of an event list.
 * Written and read by the thread that owns it; windows that it leaves to other threads look empty
 * and unchanged. Kernels have no state: what they write on the way they write into the room here.
 */
public final class Runs {

  private final Windows windows;
  private final int[] rows;
  private final float[] rowValues;
  private final MemorySegment sums;
  private final int[] own;
  private final boolean[] empty;
  private final boolean[] unchanged;
  private int[] starts;
  private int[] indices;
  private float[] values;

  /** No events yet; for all windows, whose events come over these weights. */
  public Runs(Windows windows, PackedWeights weights) {
    this(windows, IntStream.range(0, windows.count()).toArray(), weights);
  }

  /** The same for some of the windows. */
  public Runs(Windows windows, int[] own, PackedWeights weights) {
    this.windows = windows;
    int most = Math.multiplyExact(weights.rowCount(), weights.largestEvent());
    boolean bytes = weights.format() == RowFormat.INT8;
    rows = new int[Layout.withRoom(most)];
    rowValues = bytes ? null : new float[Layout.withRoom(most)];
    long rowBytes = weights.blocks().getFirst().rowBytes();
    sums = bytes ? Arena.ofAuto().allocate(2 * rowBytes, 64) : null;
    this.own = own;
    empty = new boolean[windows.count()];
    unchanged = new boolean[windows.count()];
    Arrays.fill(empty, true);
    Arrays.fill(unchanged, true);
    for (int window : own) {
      empty[window] = false;
      unchanged[window] = false;
    }
  }

  /**
   * Takes the events of a timestep. Indices and values {@linkplain Layout#withRoom have room}.
   *
   * @param partStarts the position of each part's first event; behind them the number of events
   * @param eventIndices canonical, ascending
   * @param eventValues one each; null where every event is 1
   */
  public void of(int[] partStarts, int[] eventIndices, float[] eventValues) {
    starts = partStarts;
    indices = eventIndices;
    values = eventValues;
    boolean none = partStarts[windows.parts()] == 0;
    for (int window : own) {
      boolean seesNone = none || seesNone(window);
      unchanged[window] = seesNone && empty[window];
      empty[window] = seesNone;
    }
  }

  private boolean seesNone(int window) {
    int end = firstRun(window + 1);
    int run = firstRun(window);
    while (run < end && from(run) == to(run)) {
      run++;
    }
    return run == end;
  }

  /** How many events all windows see together: one that several see counts for each. */
  public long events() {
    long events = 0;
    for (int window : own) {
      events += events(window);
    }
    return events;
  }

  /** How many events a window sees. */
  public int events(int window) {
    int events = 0;
    for (int run = firstRun(window); run < firstRun(window + 1); run++) {
      events += to(run) - from(run);
    }
    return events;
  }

  /** How many windows there are. */
  public int windows() {
    return empty.length;
  }

  /** Whether a window sees no event. */
  public boolean isEmpty(int window) {
    return empty[window];
  }

  /**
   * Whether a window sees no event and saw none the time before, so that its currents still are
   * nothing but bias.
   */
  public boolean isUnchanged(int window) {
    return unchanged[window];
  }

  /** The first run of a window; that of the next window ends its runs. */
  public int firstRun(int window) {
    return windows.firstRun(window);
  }

  /** The position of a run's first event. */
  public int from(int run) {
    return starts[windows.fromPart(run)];
  }

  /** The position after a run's last event. */
  public int to(int run) {
    return starts[windows.toPart(run)];
  }

  /** What is added to an event's index to find its row. */
  public int rowOffset(int run) {
    return windows.rowOffset(run);
  }

  /** Room for the rows of a window's events, which a kernel puts there. */
  public int[] rows() {
    return rows;
  }

  /** Room for the values of a window's events, in the order of {@link #rows}; null for bytes. */
  public float[] rowValues() {
    return rowValues;
  }

  /** Room for sums over a block's rows of bytes: two bytes for each byte; null for float32. */
  public MemorySegment sums() {
    return sums;
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
