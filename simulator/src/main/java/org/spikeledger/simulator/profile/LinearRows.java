package org.spikeledger.simulator.profile;

import java.util.function.IntConsumer;
import org.spikeledger.models.graph.Connection;

/** A row a source element. */
final class LinearRows implements WeightRows {

  private final int width;
  private final int[] counts;

  LinearRows(Connection connection) {
    width = connection.weight().shape().dimension(0);
    int sources = connection.weight().shape().dimension(1);
    counts = new int[sources];
    for (int i = 0; i < width * sources; i++) {
      counts[i % sources] += connection.weight().get(i) != 0f ? 1 : 0;
    }
  }

  @Override
  public int rows() {
    return counts.length;
  }

  @Override
  public int width(int row) {
    return width;
  }

  @Override
  public int nonZero(int row) {
    return counts[row];
  }

  @Override
  public void of(int element, IntConsumer row) {
    row.accept(element);
  }
}
