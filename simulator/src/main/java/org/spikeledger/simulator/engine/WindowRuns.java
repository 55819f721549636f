package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Window;

/**
 * Finds the events in a target pixel's window. The events of neighbouring source pixels stand
 * together, so without dilation and groups one run covers a whole row of the window.
 */
final class WindowRuns {

  private final Window window;
  private final Layout source;
  private final Runs runs;
  private EventList events;

  WindowRuns(Window window, Layout source) {
    this.window = window;
    this.source = source;
    this.runs = new Runs(window.taps());
  }

  /** The events to look among. */
  void of(EventList list) {
    events = list;
    runs.of(list.indices(), list.values());
  }

  /** The runs of a target pixel and a group of channels; valid until the next call. */
  Runs at(int targetRow, int targetColumn, int group) {
    runs.clear();
    int firstRow = targetRow * window.strideRows() - window.top();
    int firstColumn = targetColumn * window.strideColumns() - window.left();
    for (int kernelRow = 0; kernelRow < window.kernelRows(); kernelRow++) {
      int row = firstRow + kernelRow * window.dilationRows();
      if (row >= 0 && row < source.rows()) {
        if (window.dilationColumns() == 1 && window.groups() == 1) {
          addRow(kernelRow, row, firstColumn);
        } else {
          addTaps(kernelRow, row, firstColumn, group);
        }
      }
    }
    return runs;
  }

  private void addRow(int kernelRow, int row, int firstColumn) {
    int from = Math.max(0, firstColumn);
    int end = Math.min(source.columns(), firstColumn + window.kernelColumns());
    if (from < end) {
      int pixel = row * source.columns();
      int tap = kernelRow * window.kernelColumns();
      int rowOffset = (tap - (pixel + firstColumn)) * source.channels();
      runs.add(events.start(pixel + from), events.start(pixel + end), rowOffset);
    }
  }

  private void addTaps(int kernelRow, int row, int firstColumn, int group) {
    int perGroup = source.channels() / window.groups();
    for (int kernelColumn = 0; kernelColumn < window.kernelColumns(); kernelColumn++) {
      int column = firstColumn + kernelColumn * window.dilationColumns();
      if (column >= 0 && column < source.columns()) {
        int pixel = row * source.columns() + column;
        int first = pixel * source.channels() + group * perGroup;
        int from = firstAtLeast(first, events.start(pixel), events.start(pixel + 1));
        int end = firstAtLeast(first + perGroup, from, events.start(pixel + 1));
        int tap = kernelRow * window.kernelColumns() + kernelColumn;
        runs.add(from, end, (tap - pixel) * source.channels());
      }
    }
  }

  private int firstAtLeast(int index, int from, int end) {
    int at = from;
    while (at < end && events.index(at) < index) {
      at++;
    }
    return at;
  }
}
