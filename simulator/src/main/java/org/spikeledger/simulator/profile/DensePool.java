package org.spikeledger.simulator.profile;

import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Shape;

/**
 * A pool over whole maps, (channel, row, column).
 *
 * @param pool the node
 * @param source the shape that arrives
 * @param target the shape that it sends
 */
record DensePool(Pool pool, Shape source, Shape target) {

  float[] send(float[] arriving) {
    float[] sent = new float[target.size()];
    int positions = target.rows() * target.columns();
    for (int i = 0; i < sent.length; i++) {
      int row = i % positions / target.columns() * pool.stride().rows() - pool.padding().rows();
      int column = i % target.columns() * pool.stride().columns() - pool.padding().columns();
      sent[i] = window(arriving, i / positions, row, column);
    }
    return sent;
  }

  private float window(float[] arriving, int channel, int firstRow, int firstColumn) {
    int fromRow = Math.max(0, firstRow);
    int toRow = Math.min(source.rows(), firstRow + pool.kernel().rows());
    int fromColumn = Math.max(0, firstColumn);
    int toColumn = Math.min(source.columns(), firstColumn + pool.kernel().columns());
    float sum = 0;
    for (int row = fromRow; row < toRow; row++) {
      int start = (channel * source.rows() + row) * source.columns();
      for (int column = fromColumn; column < toColumn; column++) {
        sum += arriving[start + column];
      }
    }
    return pool instanceof AvgPool2d average
        ? sum / area(average, (toRow - fromRow) * (toColumn - fromColumn))
        : sum;
  }

  private static long area(AvgPool2d pool, int inside) {
    return pool.countPadding() ? pool.area() : inside;
  }
}
