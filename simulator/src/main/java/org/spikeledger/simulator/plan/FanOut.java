package org.spikeledger.simulator.plan;

/** How many synapses leave each element of a connection's source. Immutable. */
public final class FanOut {

  private final int[] ofPixel;
  private final int[] effective;
  private final long borderless;

  private FanOut(int[] ofPixel, int[] effective, long borderless) {
    this.ofPixel = ofPixel;
    this.effective = effective;
    this.borderless = borderless;
  }

  static FanOut of(
      Window window, PackedWeights weights, Layout source, Layout target, int borderlessTaps) {
    AxisTaps rows = window.rowTaps(target.rows());
    AxisTaps columns = window.columnTaps(target.columns());
    int[] ofPixel = new int[source.pixels()];
    for (int row = 0; row < source.rows(); row++) {
      int ofRow = rows.count(row) * weights.width();
      for (int column = 0; column < source.columns(); column++) {
        ofPixel[row * source.columns() + column] = ofRow * columns.count(column);
      }
    }
    NonZero nonZero = weights.nonZero();
    int[] effective =
        nonZero.isDense()
            ? null
            : effective(rows, columns, window.kernelColumns(), nonZero, source);
    return new FanOut(ofPixel, effective, (long) borderlessTaps * weights.width());
  }

  private static int[] effective(
      AxisTaps rows, AxisTaps columns, int kernelColumns, NonZero nonZero, Layout source) {
    int channels = source.channels();
    int[] effective = new int[source.size()];
    for (int pixel = 0; pixel < source.pixels(); pixel++) {
      int row = pixel / source.columns();
      int column = pixel % source.columns();
      int rowTap = rows.first(row);
      for (int r = rows.count(row); r > 0; r--, rowTap += rows.step()) {
        int tap = rowTap * kernelColumns + columns.first(column);
        for (int c = columns.count(column); c > 0; c--, tap += columns.step()) {
          addTap(tap * channels, nonZero, effective, pixel * channels, channels);
        }
      }
    }
    return effective;
  }

  private static void addTap(int row, NonZero nonZero, int[] effective, int first, int channels) {
    for (int channel = 0; channel < channels; channel++) {
      effective[first + channel] += nonZero.count(row + channel);
    }
  }

  /**
   * Synapses that leave an element of a source pixel: borders, stride, dilation and groups kept.
   */
  public int ofPixel(int pixel) {
    return ofPixel[pixel];
  }

  /** Whether no weight is zero, so that every synapse is effective. */
  public boolean isDense() {
    return effective == null;
  }

  /** Synapses of non-zero weight that leave a source element; only where some weight is zero. */
  public int effective(int canonicalIndex) {
    return effective[canonicalIndex];
  }

  /** Synapses that would leave an element without borders and stride. */
  public long borderless() {
    return borderless;
  }
}
