package org.spikeledger.simulator.plan;

import java.util.Arrays;

/**
 * What each target pixel of a connection sees, group after group of the channels, as runs of
 * neighbouring parts of the source. A part is one group's channels of one source pixel, {@code part
 * = pixel * groups + group}; the weight row of an event at a canonical index in a run is {@code
 * index + rowOffset}. Runs stand in canonical order: kernel row, kernel column. Immutable.
 */
public final class Windows {

  private final int parts;
  private final int[] firstRun;
  private int[] fromPart;
  private int[] toPart;
  private int[] rowOffset;
  private int count;

  private Windows(Window window, Layout source, Layout target) {
    parts = source.pixels() * window.groups();
    firstRun = new int[target.pixels() * window.groups() + 1];
    int capacity = Math.multiplyExact(count(), window.taps());
    fromPart = new int[capacity];
    toPart = new int[capacity];
    rowOffset = new int[capacity];
  }

  /** The windows of all target pixels. */
  public static Windows of(Window window, Layout source, Layout target) {
    Windows windows = new Windows(window, source, target);
    int next = 0;
    for (int row = 0; row < target.rows(); row++) {
      for (int column = 0; column < target.columns(); column++) {
        for (int group = 0; group < window.groups(); group++) {
          windows.firstRun[next++] = windows.count;
          windows.add(window, source, row, column, group);
        }
      }
    }
    windows.firstRun[next] = windows.count;
    windows.trim();
    return windows;
  }

  private void add(Window window, Layout source, int targetRow, int targetColumn, int group) {
    int first = count;
    int firstRow = targetRow * window.strideRows() - window.top();
    int firstColumn = targetColumn * window.strideColumns() - window.left();
    for (int tap = 0; tap < window.taps(); tap++) {
      int row = firstRow + tap / window.kernelColumns() * window.dilationRows();
      int column = firstColumn + tap % window.kernelColumns() * window.dilationColumns();
      if (row >= 0 && row < source.rows() && column >= 0 && column < source.columns()) {
        int pixel = row * source.columns() + column;
        add(first, pixel * window.groups() + group, (tap - pixel) * source.channels());
      }
    }
  }

  /** Adds a part to the window whose runs begin at {@code first}, to its last run if it goes on. */
  private void add(int first, int part, int offset) {
    int last = count - 1;
    if (last >= first && toPart[last] == part && rowOffset[last] == offset) {
      toPart[last]++;
      return;
    }
    fromPart[count] = part;
    toPart[count] = part + 1;
    rowOffset[count++] = offset;
  }

  private void trim() {
    fromPart = Arrays.copyOf(fromPart, count);
    toPart = Arrays.copyOf(toPart, count);
    rowOffset = Arrays.copyOf(rowOffset, count);
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
