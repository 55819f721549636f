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
    int[] ofPixel = new int[source.pixels()];
    for (int row = 0; row < source.rows(); row++) {
      for (int column = 0; column < source.columns(); column++) {
        ofPixel[row * source.columns() + column] =
            window.rowsThatSee(row, target.rows())
                * window.columnsThatSee(column, target.columns())
                * weights.width();
      }
    }
    int[] effective =
        weights.nonZero().isDense() ? null : effective(window, weights.nonZero(), source, target);
    return new FanOut(ofPixel, effective, (long) borderlessTaps * weights.width());
  }

  private static int[] effective(Window window, NonZero nonZero, Layout source, Layout target) {
    int[] effective = new int[source.size()];
    for (int row = 0; row < source.rows(); row++) {
      for (int column = 0; column < source.columns(); column++) {
        int first = (row * source.columns() + column) * source.channels();
        for (int tap = 0; tap < window.taps(); tap++) {
          if (reaches(window, row, column, tap, target)) {
            for (int channel = 0; channel < source.channels(); channel++) {
              effective[first + channel] += nonZero.count(tap * source.channels() + channel);
            }
          }
        }
      }
    }
    return effective;
  }

  private static boolean reaches(Window window, int row, int column, int tap, Layout target) {
    int down = row + window.top() - tap / window.kernelColumns() * window.dilationRows();
    int across = column + window.left() - tap % window.kernelColumns() * window.dilationColumns();
    return down >= 0
        && across >= 0
        && down % window.strideRows() == 0
        && across % window.strideColumns() == 0
        && down / window.strideRows() < target.rows()
        && across / window.strideColumns() < target.columns();
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
