package org.spikeledger.models.graph;

import org.spikeledger.models.BadInputException;

/** The shape of a feature map behind a sliding window. */
final class SpatialShape {

  private SpatialShape() {}

  static Shape of(String name, Conv2d conv, Shape arriving) {
    Extent2d kernel = conv.kernel();
    Padding padding = conv.padding();
    int rows =
        extent(
            arriving.rows() + (long) padding.top() + padding.bottom(),
            kernel.rows(),
            conv.dilation().rows(),
            conv.stride().rows());
    int columns =
        extent(
            arriving.columns() + (long) padding.left() + padding.right(),
            kernel.columns(),
            conv.dilation().columns(),
            conv.stride().columns());
    return map(name, arriving, conv.channelsOut(), rows, columns);
  }

  static Shape of(String name, Conv1d conv, Shape arriving) {
    int length =
        extent(
            arriving.columns() + (long) conv.paddingBefore() + conv.paddingAfter(),
            conv.kernel(),
            conv.dilation(),
            conv.stride());
    if (length < 1) {
      throw new BadInputException(
          "a window must fit into the padded sequence: node=" + name + " sequence=" + arriving);
    }
    return Shape.of(conv.channelsOut(), length);
  }

  static Shape of(String name, Pool pool, Shape arriving) {
    int rows =
        extent(
            arriving.rows() + 2L * pool.padding().rows(),
            pool.kernel().rows(),
            1,
            pool.stride().rows());
    int columns =
        extent(
            arriving.columns() + 2L * pool.padding().columns(),
            pool.kernel().columns(),
            1,
            pool.stride().columns());
    return map(name, arriving, arriving.channels(), rows, columns);
  }

  private static Shape map(String name, Shape arriving, int channels, int rows, int columns) {
    if (rows < 1 || columns < 1) {
      throw new BadInputException(
          "a window must fit into the padded map: node=" + name + " map=" + arriving);
    }
    return Shape.of(channels, rows, columns);
  }

  private static int extent(long padded, int kernel, int dilation, int stride) {
    long window = (long) dilation * (kernel - 1) + 1;
    return padded < window ? 0 : Math.toIntExact((padded - window) / stride + 1);
  }
}
