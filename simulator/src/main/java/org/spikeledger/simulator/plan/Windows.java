package org.spikeledger.simulator.plan;

/**
 * What each target pixel of a connection sees, group after group of the channels, as runs of
 * neighbouring parts of the source. A part is one group's channels of one source pixel, {@code part
 * = pixel * groups + group}; the weight row of an event at a canonical index in a run is {@code
 * index + rowOffset}. Runs stand in canonical order: kernel row, kernel column. Immutable.
 */
public final class Windows {

  private final int parts;
  private final int[] firstRun;
  private final int[] fromPart;
  private final int[] toPart;
  private final int[] rowOffset;

  Windows(int parts, int[] firstRun, int[] fromPart, int[] toPart, int[] rowOffset) {
    this.parts = parts;
    this.firstRun = firstRun;
    this.fromPart = fromPart;
    this.toPart = toPart;
    this.rowOffset = rowOffset;
  }

  /**
   * The windows of all target pixels.
   *
   * @throws org.spikeledger.models.BadInputException if they see more than a plan may hold
   */
  public static Windows of(Window window, Layout source, Layout target) {
    return new WindowRuns(window, source, target, WindowRuns.MOST_RUNS).find();
  }

  /** The number of windows: target pixels times groups. */
  public int count() {
    return firstRun.length - 1;
  }

  /** The number of parts of the source: its pixels times the groups. */
  public int parts() {
    return parts;
  }

  /** The first run of a window; that of the next window ends its runs. */
  public int firstRun(int window) {
    return firstRun[window];
  }

  /** The first part of a run. */
  public int fromPart(int run) {
    return fromPart[run];
  }

  /** The part after the last of a run. */
  public int toPart(int run) {
    return toPart[run];
  }

  /** What is added to the canonical index of an event in a run to find its weight row. */
  public int rowOffset(int run) {
    return rowOffset[run];
  }
}
