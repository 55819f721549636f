package org.spikeledger.models.graph;

import org.spikeledger.models.BadInputException;

/** The shape of a feature map behind a sliding window. */
final class SpatialShape {

  private SpatialShape() {}

  static Shape of(String name, Conv2d conv, Shape arriving) {
    Extent2d kernel = conv.kernel();
    Padding padding = conv.padding();
    long rows =
        extent(
            arriving.rows() + (long) padding.top() + padding.bottom(),
            kernel.rows(),
            conv.dilation().rows(),
            conv.stride().rows());
    long columns =
        extent(
            arriving.columns() + (long) padding.left() + padding.right(),
            kernel.columns(),
            conv.dilation().columns(),
            conv.stride().columns());
    return map(name, arriving, conv.channelsOut(), rows, columns);
  }

  static Shape of(String name, Conv1d conv, Shape arriving) {
    long length =
        extent(
            arriving.columns() + (long) conv.paddingBefore() + conv.paddingAfter(),
            conv.kernel(),
            conv.dilation(),
            conv.stride());
    return Shape.of(conv.channelsOut(), checked(length, name, "sequence", arriving));
  }

  static Shape of(String name, Pool pool, Shape arriving) {
    long rows =
        extent(
            arriving.rows() + 2L * pool.padding().rows(),
            pool.kernel().rows(),
            1,
            pool.stride().rows());
    long columns =
        extent(
            arriving.columns() + 2L * pool.padding().columns(),
            pool.kernel().columns(),
            1,
            pool.stride().columns());
    return map(name, arriving, arriving.channels(), rows, columns);
  }

  private static Shape map(String name, Shape arriving, int channels, long rows, long columns) {
    return Shape.of(
        channels, checked(rows, name, "map", arriving), checked(columns, name, "map", arriving));
  }

  private static int checked(long extent, String name, String what, Shape arriving) {
    if (extent < 1) {
      throw new BadInputException(
          "a window must fit into the padded %s: node=%s %s=%s"
              .formatted(what, name, what, arriving));
    }
    if (extent > Integer.MAX_VALUE) {
      throw new BadInputException(
          "a window stands at no more than 2^31 - 1 places along a padded %s: places=%d node=%s %s=%s"
              .formatted(what, extent, name, what, arriving));
    }
    return (int) extent;
  }

  private static long extent(long padded, int kernel, int dilation, int stride) {
    long window = (long) dilation * (kernel - 1) + 1;
    return padded < window ? 0 : (padded - window) / stride + 1;
  }
}
