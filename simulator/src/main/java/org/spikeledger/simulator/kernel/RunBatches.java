package org.spikeledger.simulator.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Cuts the runs of a window into batches of at most so many events, for kernels whose sums cannot
 * hold more. Written and read by the thread that owns the runs.
 */
public final class RunBatches {

  private final Runs runs;
  private final MemorySegment sums;
  private int endRun;
  private int most;
  private int firstRun;
  private int lastRun;
  private int from;
  private int to;
  private int events;
  private boolean fitsOne;

  RunBatches(Runs runs, long sumsBytes) {
    this.runs = runs;
    sums = Arena.ofAuto().allocate(sumsBytes, 64);
  }

  /**
   * Goes before the first batch of a window.
   *
   * @param window whose runs are cut
   * @param mostEvents of a batch, at least 1
   */
  public void begin(int window, int mostEvents) {
    most = mostEvents;
    endRun = runs.firstRun(window + 1);
    lastRun = runs.firstRun(window);
    to = lastRun < endRun ? runs.from(lastRun) : 0;
    events = runs.events(window);
    fitsOne = events > 0 && events <= most;
  }

  /** Goes to the next batch; false where there is none. */
  public boolean next() {
    if (fitsOne) {
      takeAll();
      return true;
    }
    return takeNext();
  }

  /** All that the window sees, as most windows see no more. */
  private void takeAll() {
    fitsOne = false;
    firstRun = lastRun;
    from = to;
    lastRun = endRun - 1;
    to = runs.to(lastRun);
  }

  private boolean takeNext() {
    while (lastRun < endRun && to == runs.to(lastRun)) {
      lastRun++;
      to = lastRun < endRun ? runs.from(lastRun) : to;
    }
    if (lastRun == endRun) {
      return false;
    }
    firstRun = lastRun;
    from = to;
    to = Math.min(runs.to(firstRun), from + most);
    events = to - from;
    while (to == runs.to(lastRun) && lastRun + 1 < endRun && events < most) {
      lastRun++;
      to = Math.min(runs.to(lastRun), runs.from(lastRun) + most - events);
      events += to - runs.from(lastRun);
    }
    return true;
  }

  /** The first run of the batch. */
  public int firstRun() {
    return firstRun;
  }

  /** The last run of the batch. */
  public int lastRun() {
    return lastRun;
  }

  /** The position of the batch's first event in a run. */
  public int from(int run) {
    return run == firstRun ? from : runs.from(run);
  }

  /** The position after the batch's last event in a run. */
  public int to(int run) {
    return run == lastRun ? to : runs.to(run);
  }

  /** How many events the batch has. */
  public int events() {
    return events;
  }

  /** Room for a kernel's sums over a batch. */
  public MemorySegment sums() {
    return sums;
  }
}
