package org.spikeledger.models.graph;

import java.util.Arrays;
import org.spikeledger.models.BadInputException;

/**
 * A matrix of which only some elements are stored, row by row (CSR). A row is a target, a column a
 * source; a stored element is a synapse, also where it is zero. Immutable.
 */
public final class SparseMatrix {

  private final int rows;
  private final int columns;
  private final int[] starts;
  private final int[] columnOf;
  private final Tensor values;

  private SparseMatrix(int rows, int columns, int[] starts, int[] columnOf, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.starts = starts;
    this.columnOf = columnOf;
    this.values = Tensor.adopt(Shape.of(values.length), values);
    check();
  }

  /**
   * A matrix that takes over arrays which the caller never touches again.
   *
   * @param rows at least 1
   * @param columns at least 1
   * @param starts one more than rows; the elements of row r stand at starts[r] up to starts[r + 1]
   * @param columnOf the column of each element, ascending within a row
   * @param values one an element, at least one
   * @throws BadInputException naming the row where a rule is broken
   */
  public static SparseMatrix adopt(
      int rows, int columns, int[] starts, int[] columnOf, float[] values) {
    return new SparseMatrix(rows, columns, starts, columnOf, values);
  }

  private void check() {
    if (rows < 1 || columns < 1 || starts.length != rows + 1 || columnOf.length != values.size()) {
      throw new BadInputException(
          "a sparse matrix has an offset a row and one more, and a column a value: rows=%d"
                  .formatted(rows)
              + " columns=%d offsets=%d indices=%d values=%d"
                  .formatted(columns, starts.length, columnOf.length, values.size()));
    }
    if (starts[0] != 0 || starts[rows] != columnOf.length) {
      throw new BadInputException(
          "the offsets of a sparse matrix run from 0 to its values: first=%d last=%d values=%d"
              .formatted(starts[0], starts[rows], columnOf.length));
    }
    for (int row = 0; row < rows; row++) {
      checkRow(row);
    }
  }

  private void checkRow(int row) {
    if (starts[row] > starts[row + 1] || starts[row + 1] > columnOf.length) {
      throw new BadInputException("the offsets of a sparse matrix must not fall: row=" + row);
    }
    int last = -1;
    for (int e = starts[row]; e < starts[row + 1]; e++) {
      if (columnOf[e] <= last || columnOf[e] >= columns) {
        throw new BadInputException(
            "the columns of a sparse row ascend within the matrix: row=%d column=%d columns=%d"
                .formatted(row, columnOf[e], columns));
      }
      last = columnOf[e];
    }
  }

  /** The number of targets. */
  public int rows() {
    return rows;
  }

  /** The number of sources. */
  public int columns() {
    return columns;
  }

  /** Where the elements of a row begin; for the number of rows, the number of elements. */
  public int start(int row) {
    return starts[row];
  }

  /** The column of an element. */
  public int columnOf(int element) {
    return columnOf[element];
  }

  /** The values of all elements, row by row. */
  public Tensor values() {
    return values;
  }

  /** Equal extents, elements and raw bits. */
  @Override
  public boolean equals(Object other) {
    return other instanceof SparseMatrix that
        && rows == that.rows
        && columns == that.columns
        && Arrays.equals(starts, that.starts)
        && Arrays.equals(columnOf, that.columnOf)
        && values.equals(that.values);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * rows + columns) + values.hashCode();
  }

  @Override
  public String toString() {
    return "SparseMatrix(%d, %d) elements=%d".formatted(rows, columns, columnOf.length);
  }
}
