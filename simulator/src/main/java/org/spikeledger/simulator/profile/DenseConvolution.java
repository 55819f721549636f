package org.spikeledger.simulator.profile;

import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Shape;

/** A convolution over whole maps, (channel, row, column). */
final class DenseConvolution {

  private final Conv2d conv;
  private final Shape source;
  private final Shape target;
  private final float[] weights;

  DenseConvolution(Conv2d conv, Shape source, Shape target) {
    this.conv = conv;
    this.source = source;
    this.target = target;
    this.weights = conv.weight().toArray();
  }

  void add(float[] arriving, float[] sums) {
    int in = conv.channelsInPerGroup();
    int out = conv.channelsOut() / conv.groups();
    int taps = conv.kernel().rows() * conv.kernel().columns();
    for (int channelOut = 0; channelOut < conv.channelsOut(); channelOut++) {
      int firstIn = channelOut / out * in;
      for (int channelIn = 0; channelIn < in; channelIn++) {
        for (int tap = 0; tap < taps; tap++) {
          float weight = weights[(channelOut * in + channelIn) * taps + tap];
          addTap(weight, tap, firstIn + channelIn, channelOut, arriving, sums);
        }
      }
    }
  }

  private void addTap(
      float weight, int tap, int channelIn, int channelOut, float[] arriving, float[] sums) {
    int columns = conv.kernel().columns();
    int down = tap / columns * conv.dilation().rows() - conv.padding().top();
    int across = tap % columns * conv.dilation().columns() - conv.padding().left();
    int strideColumns = conv.stride().columns();
    int first = Math.ceilDiv(Math.max(0, -across), strideColumns);
    int end =
        Math.min(
            target.columns(), Math.ceilDiv(Math.max(0, source.columns() - across), strideColumns));
    for (int row = 0; row < target.rows(); row++) {
      int sourceRow = row * conv.stride().rows() + down;
      if (sourceRow >= 0 && sourceRow < source.rows()) {
        int from = (channelIn * source.rows() + sourceRow) * source.columns() + across;
        int to = (channelOut * target.rows() + row) * target.columns();
        addRow(weight, arriving, from, strideColumns, sums, to, first, end);
      }
    }
  }

  private static void addRow(
      float weight, float[] from, int start, int stride, float[] to, int at, int first, int end) {
    if (stride == 1) {
      // On its own, so that the compiler sees contiguous rows.
      for (int column = first; column < end; column++) {
        to[at + column] += weight * from[start + column];
      }
    } else {
      for (int column = first; column < end; column++) {
        to[at + column] += weight * from[start + column * stride];
      }
    }
  }
}
