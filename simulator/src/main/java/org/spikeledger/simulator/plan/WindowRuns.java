package org.spikeledger.simulator.plan;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/** Finds what each target pixel of a connection sees, as {@link Windows} keeps it. */
final class WindowRuns {

  /** Three numbers a run: more of them than this are no plan that fits into memory. */
  static final int MOST_RUNS = 1 << 26;

  private final Window window;
  private final Layout source;
  private final Layout target;
  private final int most;
  private final int[] firstRun;
  private int[] fromPart = new int[16];
  private int[] toPart = new int[16];
  private int[] rowOffset = new int[16];
  private int count;

  WindowRuns(Window window, Layout source, Layout target, int most) {
    this.window = window;
    this.source = source;
    this.target = target;
    this.most = most;
    firstRun = new int[target.pixels() * window.groups() + 1];
  }

  /**
   * The runs of all windows.
   *
   * @throws BadInputException if they are too many
   */
  Windows find() {
    for (int i = 0; i < firstRun.length - 1; i++) {
      firstRun[i] = count;
      int pixel = i / window.groups();
      addRows(pixel / target.columns(), pixel % target.columns(), i % window.groups());
    }
    firstRun[firstRun.length - 1] = count;
    resize(count);
    return new Windows(source.pixels() * window.groups(), firstRun, fromPart, toPart, rowOffset);
  }

  private void addRows(int targetRow, int targetColumn, int group) {
    int first = count;
    int top = targetRow * window.strideRows() - window.top();
    int left = targetColumn * window.strideColumns() - window.left();
    int dilation = window.dilationRows();
    int end = tapsBefore(source.rows() - top, dilation, window.kernelRows());
    for (int tap = tapsBefore(-top, dilation, window.kernelRows()); tap < end; tap++) {
      int pixel = (top + tap * dilation) * source.columns() + left;
      addRow(first, tap * window.kernelColumns(), pixel, left, group);
    }
  }

  /**
   * Adds what one row of taps sees.
   *
   * @param firstTap the row's first
   * @param firstPixel below it, which may lie beside the map
   * @param firstColumn that pixel's
   */
  private void addRow(int first, int firstTap, int firstPixel, int firstColumn, int group) {
    int dilation = window.dilationColumns();
    int from = tapsBefore(-firstColumn, dilation, window.kernelColumns());
    int end = tapsBefore(source.columns() - firstColumn, dilation, window.kernelColumns());
    boolean neighbours = dilation == 1 && window.groups() == 1;
    int length = neighbours ? Math.max(1, end - from) : 1;
    for (int tap = from; tap < end; tap += length) {
      int pixel = firstPixel + tap * dilation;
      int part = pixel * window.groups() + group;
      add(first, part, part + length, (firstTap + tap - pixel) * source.channels());
    }
  }

  /** How many taps of an axis lie before a distance from the first. */
  private static int tapsBefore(int distance, int dilation, int kernel) {
    return Math.clamp(Math.ceilDiv(distance, dilation), 0, kernel);
  }

  /** Adds parts to the window whose runs begin at {@code first}, to its last run if it goes on. */
  private void add(int first, int from, int to, int offset) {
    int last = count - 1;
    if (last >= first && toPart[last] == from && rowOffset[last] == offset) {
      toPart[last] = to;
      return;
    }
    makeRoom();
    fromPart[count] = from;
    toPart[count] = to;
    rowOffset[count++] = offset;
  }

  private void makeRoom() {
    if (count == most) {
      throw new BadInputException(
          "the windows of a connection see at most %d runs of neighbours: windows=%d map=%s"
              .formatted(most, firstRun.length - 1, source.shape()));
    }
    if (count == fromPart.length) {
      resize(2 * count);
    }
  }

  private void resize(int runs) {
    fromPart = Arrays.copyOf(fromPart, runs);
    toPart = Arrays.copyOf(toPart, runs);
    rowOffset = Arrays.copyOf(rowOffset, runs);
  }
}
