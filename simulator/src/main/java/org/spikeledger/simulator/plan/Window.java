package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;

/**
 * The window through which a target pixel sees source pixels. A fully connected layer is one target
 * pixel whose window is the whole source.
 *
 * @param kernelRows taps along the rows
 * @param kernelColumns taps along the columns
 * @param strideRows source rows from one target row to the next
 * @param strideColumns source columns from one target column to the next
 * @param top source rows before the first that the first window covers
 * @param left source columns before the first that the first window covers
 * @param dilationRows source rows from tap to tap
 * @param dilationColumns source columns from tap to tap
 * @param groups parts of the channels that see only each other
 */
public record Window(
    int kernelRows,
    int kernelColumns,
    int strideRows,
    int strideColumns,
    int top,
    int left,
    int dilationRows,
    int dilationColumns,
    int groups) {

  static Window of(Conv2d conv) {
    Extent2d kernel = conv.kernel();
    return new Window(
        kernel.rows(),
        kernel.columns(),
        conv.stride().rows(),
        conv.stride().columns(),
        conv.padding().top(),
        conv.padding().left(),
        conv.dilation().rows(),
        conv.dilation().columns(),
        conv.groups());
  }

  /** The window of a fully connected layer: the whole source, once. */
  static Window whole(Layout source) {
    return new Window(source.rows(), source.columns(), 1, 1, 0, 0, 1, 1, 1);
  }

  /** How many taps there are. */
  public int taps() {
    return kernelRows * kernelColumns;
  }

  /** The taps over which target rows see a source row. */
  AxisTaps rowTaps(int targetRows) {
    return new AxisTaps(kernelRows, strideRows, dilationRows, top, targetRows);
  }

  /** The taps over which target columns see a source column. */
  AxisTaps columnTaps(int targetColumns) {
    return new AxisTaps(kernelColumns, strideColumns, dilationColumns, left, targetColumns);
  }
}
