package org.spikeledger.simulator.profile;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Shape;

/** A row a source channel and tap. */
final class ConvolutionRows implements WeightRows {

  private final Shape source;
  private final int taps;
  private final int kernelColumns;
  private final int width;
  private final int[] counts;
  private final int[][] rowTaps;
  private final int[][] columnTaps;

  ConvolutionRows(Conv2d conv, Shape source, Shape target) {
    this.source = source;
    taps = conv.kernel().rows() * conv.kernel().columns();
    kernelColumns = conv.kernel().columns();
    width = conv.channelsOut() / conv.groups();
    counts = nonZero(conv, source.channels());
    rowTaps =
        new Axis(
                conv.kernel().rows(),
                conv.stride().rows(),
                conv.dilation().rows(),
                conv.padding().top(),
                target.rows())
            .tapsOf(source.rows());
    columnTaps =
        new Axis(
                conv.kernel().columns(),
                conv.stride().columns(),
                conv.dilation().columns(),
                conv.padding().left(),
                target.columns())
            .tapsOf(source.columns());
  }

  private int[] nonZero(Conv2d conv, int channels) {
    int in = conv.channelsInPerGroup();
    int[] found = new int[channels * taps];
    for (int i = 0; i < conv.weight().size(); i++) {
      int channelIn = i / taps / in / width * in + i / taps % in;
      found[channelIn * taps + i % taps] += conv.weight().get(i) != 0f ? 1 : 0;
    }
    return found;
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
    int columns = source.columns();
    int channel = element / (source.rows() * columns);
    for (int kernelRow : rowTaps[element / columns % source.rows()]) {
      for (int kernelColumn : columnTaps[element % columns]) {
        row.accept(channel * taps + kernelRow * kernelColumns + kernelColumn);
      }
    }
  }

  /** Windows along one axis. */
  private record Axis(int kernel, int stride, int dilation, int padding, int targets) {

    int[][] tapsOf(int sources) {
      return IntStream.range(0, sources)
          .mapToObj(at -> IntStream.range(0, kernel).filter(tap -> sees(at, tap)).toArray())
          .toArray(int[][]::new);
    }

    private boolean sees(int at, int tap) {
      int offset = at + padding - tap * dilation;
      return offset >= 0 && offset % stride == 0 && offset / stride < targets;
    }
  }
}
