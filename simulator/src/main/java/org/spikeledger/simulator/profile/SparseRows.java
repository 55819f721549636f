package org.spikeledger.simulator.profile;

import java.util.function.IntConsumer;
import org.spikeledger.models.graph.SparseMatrix;

/** A row a source, with the weights that are stored for it. */
final class SparseRows implements WeightRows {

  private final int[] stored;
  private final int[] nonZero;

  SparseRows(SparseMatrix matrix) {
    stored = new int[matrix.columns()];
    nonZero = new int[matrix.columns()];
    for (int element = 0; element < matrix.values().size(); element++) {
      stored[matrix.columnOf(element)]++;
      nonZero[matrix.columnOf(element)] += matrix.values().get(element) != 0f ? 1 : 0;
    }
  }

  @Override
  public int rows() {
    return stored.length;
  }

  @Override
  public int width(int row) {
    return stored[row];
  }

  @Override
  public int nonZero(int row) {
    return nonZero[row];
  }

  @Override
  public void of(int element, IntConsumer row) {
    row.accept(element);
  }
}
