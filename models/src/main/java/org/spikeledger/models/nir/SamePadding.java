package org.spikeledger.models.nir;

import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Padding;

/**
 * The padding that NIR calls {@code "same"}, as PyTorch does it: dilation * (kernel - 1) rows and
 * columns in all, half of them before the map; where that is odd, the one more comes after it. At
 * stride 1 the map keeps its extent; any other stride divides it as usual.
 */
final class SamePadding {

  private static final long LARGEST = Integer.MAX_VALUE;

  private SamePadding() {}

  static Padding of(Extent2d kernel, Extent2d dilation) {
    int rows = total(kernel.rows(), dilation.rows());
    int columns = total(kernel.columns(), dilation.columns());
    return new Padding(rows / 2, columns / 2, rows - rows / 2, columns - columns / 2);
  }

  private static int total(int kernel, int dilation) {
    return (int) Math.min(LARGEST, Math.max(0L, (long) dilation * (kernel - 1)));
  }
}
