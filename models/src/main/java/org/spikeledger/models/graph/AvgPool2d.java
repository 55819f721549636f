package org.spikeledger.models.graph;

/**
 * The mean over a window (NIR node {@code AvgPool2d}): the sum, then one division by the area.
 *
 * @param kernel the window's extent, at least 1 each
 * @param stride at least 1 each
 * @param padding at least 0 each
 * @param countPadding whether the area includes padding (the usual rule); false divides by the
 *     number of elements inside the map
 */
public record AvgPool2d(Extent2d kernel, Extent2d stride, Extent2d padding, boolean countPadding)
    implements Pool {

  /** Elements of the window, padding included. */
  public long area() {
    return (long) kernel.rows() * kernel.columns();
  }

  /** The window that tiles the map: stride equal to the kernel, no padding. */
  public static AvgPool2d of(int size) {
    return new AvgPool2d(Extent2d.of(size), Extent2d.of(size), Extent2d.of(0), true);
  }
}
