package org.spikeledger.simulator.reference;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Shape;

/**
 * A pooling node: adds each event to every window that holds it, then divides once if it averages.
 */
final class ReferencePool {

  private final Pool pool;
  private final Shape source;
  private final Shape target;

  ReferencePool(Pool pool, Shape source, Shape target) {
    this.pool = pool;
    this.source = source;
    this.target = target;
  }

  List<Event> deliver(List<Event> arriving) {
    float[] sums = new float[target.size()];
    long[] gathered = new long[target.size()];
    for (Event event : arriving) {
      add(event, sums, gathered);
    }
    CanonicalOrder order = CanonicalOrder.of(target);
    List<Event> pooled = new ArrayList<>();
    for (int i = 0; i < sums.length; i++) {
      int index = order.toNir(i);
      float value = sums[index] / area(index);
      if (value != 0f) {
        pooled.add(new Event(index, value, gathered[index]));
      }
    }
    return pooled;
  }

  private void add(Event event, float[] sums, long[] gathered) {
    int channel = event.index() / (source.rows() * source.columns());
    int row = event.index() / source.columns() % source.rows();
    int column = event.index() % source.columns();
    for (int r = 0; r < target.rows(); r++) {
      for (int c = 0; c < target.columns(); c++) {
        int fromRow = row - firstRow(r);
        int fromColumn = column - firstColumn(c);
        if (fromRow >= 0
            && fromRow < pool.kernel().rows()
            && fromColumn >= 0
            && fromColumn < pool.kernel().columns()) {
          int index = (channel * target.rows() + r) * target.columns() + c;
          sums[index] += event.value();
          gathered[index] += event.gathered();
        }
      }
    }
  }

  private float area(int index) {
    return switch (pool) {
      case AvgPool2d average when average.countPadding() -> average.area();
      case AvgPool2d _ -> inside(index);
      default -> 1f;
    };
  }

  private int inside(int index) {
    int row = firstRow(index / target.columns() % target.rows());
    int column = firstColumn(index % target.columns());
    int count = 0;
    for (int r = row; r < row + pool.kernel().rows(); r++) {
      for (int c = column; c < column + pool.kernel().columns(); c++) {
        if (r >= 0 && r < source.rows() && c >= 0 && c < source.columns()) {
          count++;
        }
      }
    }
    return count;
  }

  private int firstRow(int targetRow) {
    return targetRow * pool.stride().rows() - pool.padding().rows();
  }

  private int firstColumn(int targetColumn) {
    return targetColumn * pool.stride().columns() - pool.padding().columns();
  }
}
