package org.spikeledger.simulator.plan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Tensor;

/**
 * The weights of a connection as the kernels walk them: one row a tap and source channel, {@code
 * row = (kernelRow * kernelColumns + kernelColumn) * channelsIn + channelIn}, in which lie the
 * weights to the target channels of that source channel's group. Rows begin at cache lines, off the
 * heap. Immutable.
 */
public final class PackedWeights {

  private final MemorySegment rows;
  private final MemorySegment bias;
  private final int width;
  private final int stride;
  private final NonZero nonZero;

  private PackedWeights(int rowCount, int width, int targetStride) {
    Arena arena = Arena.ofAuto();
    this.width = width;
    this.stride = Layout.padded(width);
    this.rows = arena.allocate((long) rowCount * stride * Float.BYTES, 64);
    this.bias = arena.allocate((long) targetStride * Float.BYTES, 64);
    this.nonZero = new NonZero(rowCount, width);
  }

  static PackedWeights of(Connection connection, Layout source, Layout target) {
    PackedWeights packed =
        switch (connection) {
          case Conv2d conv -> convolution(conv, source, target);
          case Conv1d conv -> convolution(conv.asConv2d(), source, target);
          default -> linear(connection.weight(), source, target);
        };
    connection.bias().ifPresent(packed::putBias);
    return packed;
  }

  private static PackedWeights convolution(Conv2d conv, Layout source, Layout target) {
    int taps = conv.kernel().rows() * conv.kernel().columns();
    int perGroup = conv.channelsInPerGroup();
    int width = conv.channelsOut() / conv.groups();
    PackedWeights packed = new PackedWeights(taps * source.channels(), width, target.stride());
    for (int tap = 0; tap < taps; tap++) {
      for (int in = 0; in < source.channels(); in++) {
        int firstOut = in / perGroup * width;
        for (int i = 0; i < width; i++) {
          int at = ((firstOut + i) * perGroup + in % perGroup) * taps + tap;
          packed.put(tap * source.channels() + in, i, conv.weight().get(at));
        }
      }
    }
    return packed;
  }

  private static PackedWeights linear(Tensor weight, Layout source, Layout target) {
    int width = weight.shape().dimension(0);
    int columns = weight.shape().dimension(1);
    CanonicalOrder order = source.order();
    PackedWeights packed = new PackedWeights(columns, width, target.stride());
    for (int row = 0; row < columns; row++) {
      int column = order.toNir(row);
      for (int i = 0; i < width; i++) {
        packed.put(row, i, weight.get(i * columns + column));
      }
    }
    return packed;
  }

  private void put(int row, int column, float weight) {
    rows.setAtIndex(ValueLayout.JAVA_FLOAT, (long) row * stride + column, weight);
    nonZero.put(row, column, weight != 0f);
  }

  private void putBias(Tensor values) {
    for (int i = 0; i < values.size(); i++) {
      bias.setAtIndex(ValueLayout.JAVA_FLOAT, i, values.get(i));
    }
  }

  /** All rows. */
  public MemorySegment rows() {
    return rows;
  }

  /** Bytes from one row to the next. */
  public long rowBytes() {
    return (long) stride * Float.BYTES;
  }

  /** Target channels in a row, without padding. */
  public int width() {
    return width;
  }

  /** The bias of each target channel, +0.0 where there is none, padded to cache lines. */
  public MemorySegment bias() {
    return bias;
  }

  /** Which weights are not zero. */
  public NonZero nonZero() {
    return nonZero;
  }
}
