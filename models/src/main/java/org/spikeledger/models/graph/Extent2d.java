package org.spikeledger.models.graph;

/**
 * A whole number a spatial axis, such as a kernel's extent or a stride.
 *
 * @param rows along the rows (height)
 * @param columns along the columns (width)
 */
public record Extent2d(int rows, int columns) {

  /** The same number along both axes. */
  public static Extent2d of(int both) {
    return new Extent2d(both, both);
  }

  @Override
  public String toString() {
    return "(" + rows + ", " + columns + ")";
  }
}
