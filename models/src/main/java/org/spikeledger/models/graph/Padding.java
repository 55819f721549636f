package org.spikeledger.models.graph;

/**
 * Zeros around a feature map. A tap that falls on them is not a synapse and is never added.
 *
 * @param top rows before the first, at least 0
 * @param left columns before the first, at least 0
 * @param bottom rows after the last, at least 0
 * @param right columns after the last, at least 0
 */
public record Padding(int top, int left, int bottom, int right) {

  /** The same number of rows above and below, and of columns left and right. */
  public static Padding of(int rows, int columns) {
    return new Padding(rows, columns, rows, columns);
  }

  /** Whether opposite sides are equal, so that NIR's pair (rows, columns) can say it. */
  public boolean isSymmetric() {
    return top == bottom && left == right;
  }

  @Override
  public String toString() {
    return isSymmetric()
        ? "(" + top + ", " + left + ")"
        : "(top " + top + ", left " + left + ", bottom " + bottom + ", right " + right + ")";
  }
}
