package org.spikeledger.simulator.plan;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Tensor;

/**
 * The weights of a connection as the kernels walk them: block after block of target channels, in
 * each one row a tap and source channel, {@code row = (kernelRow * kernelColumns + kernelColumn) *
 * channelsIn + channelIn}, in which lie the weights to the block's target channels of that source
 * channel's group. Rows begin at cache lines, off the heap. Immutable.
 */
public final class PackedWeights {

  /** A row that so few pixels use comes from memory about once. */
  private static final int FEW_PIXELS = 4;

  /** A row that comes from memory does so fastest as a whole, if it has at least so many bytes. */
  private static final long LONG_ROW = 2048;

  private final RowFormat format;
  private final int largestEvent;
  private final MemorySegment rows;
  private final MemorySegment bias;
  private final int groups;
  private final int width;
  private final int rowCount;
  private final boolean wholeRows;
  private final int blockChannels;
  private final List<WeightBlock> blocks;
  private final NonZero nonZero;

  private PackedWeights(RowChoice choice, int rowCount, int groups, int width, Layout target) {
    Arena arena = Arena.ofAuto();
    this.format = choice.format();
    this.largestEvent = choice.largestEvent();
    this.groups = groups;
    this.width = width;
    this.rowCount = rowCount;
    this.wholeRows = areWhole(target.pixels());
    this.blockChannels = wholeRows ? width : format.blockChannels();
    this.blocks = blocks(rowCount);
    this.rows = arena.allocate(rowCount * format.rowBytes(format.padded(width)), 64);
    format.clear(rows);
    this.bias = arena.allocate((long) target.stride() * Float.BYTES, 64);
    this.nonZero = new NonZero(rowCount, width);
  }

  private boolean areWhole(int pixels) {
    boolean longRows = format.rowBytes(format.padded(width)) >= LONG_ROW;
    boolean fewUseThem = pixels == 1 || (pixels <= FEW_PIXELS && longRows);
    return fewUseThem && groups == 1 && width > format.blockChannels();
  }

  private List<WeightBlock> blocks(int rowCount) {
    List<WeightBlock> blocks = new ArrayList<>();
    for (int first = 0; first < width; first += blockChannels) {
      int channels = Math.min(blockChannels, width - first);
      long offset = rowCount * format.rowBytes(first);
      long rowBytes = format.rowBytes(format.padded(channels));
      blocks.add(new WeightBlock(offset, rowBytes, first, channels));
    }
    return List.copyOf(blocks);
  }

  /** Packs the weights of a connection between two layouts as float32. */
  public static PackedWeights of(Connection connection, Layout source, Layout target) {
    return of(connection, source, target, RowChoice.FLOAT32);
  }

  static PackedWeights of(Connection connection, Layout source, Layout target, RowChoice choice) {
    PackedWeights packed =
        switch (connection) {
          case Conv2d conv -> convolution(conv, source, target, choice);
          case Conv1d conv -> convolution(conv.asConv2d(), source, target, choice);
          default -> linear(connection.weight(), source, target, choice);
        };
    connection.bias().ifPresent(packed::putBias);
    packed.nonZero.finish();
    return packed;
  }

  private static PackedWeights convolution(
      Conv2d conv, Layout source, Layout target, RowChoice choice) {
    int taps = conv.kernel().rows() * conv.kernel().columns();
    int perGroup = conv.channelsInPerGroup();
    int width = conv.channelsOut() / conv.groups();
    PackedWeights packed =
        new PackedWeights(choice, taps * source.channels(), conv.groups(), width, target);
    float[] ofTarget = new float[perGroup * taps];
    for (int out = 0; out < conv.channelsOut(); out++) {
      conv.weight().read(out * ofTarget.length, ofTarget, ofTarget.length);
      int firstIn = out / width * perGroup;
      for (int in = 0; in < perGroup; in++) {
        for (int tap = 0; tap < taps; tap++) {
          int row = tap * source.channels() + firstIn + in;
          packed.put(row, out % width, ofTarget[in * taps + tap]);
        }
      }
    }
    return packed;
  }

  private static PackedWeights linear(
      Tensor weight, Layout source, Layout target, RowChoice choice) {
    int width = weight.shape().dimension(0);
    int columns = weight.shape().dimension(1);
    int[] rowOf = source.order().canonicalOfNir();
    PackedWeights packed = new PackedWeights(choice, columns, 1, width, target);
    // A cache line of every row at a time.
    float[] slice = new float[Math.multiplyExact(Math.min(width, Layout.LINE), columns)];
    for (int first = 0; first < width; first += Layout.LINE) {
      int targets = Math.min(Layout.LINE, width - first);
      weight.read(first * columns, slice, targets * columns);
      for (int column = 0; column < columns; column++) {
        packed.putLine(rowOf[column], first, targets, slice, column, columns);
      }
    }
    return packed;
  }

  /** Sets a run of a row that lies in one block, from every so many-th value of a slice. */
  private void putLine(int row, int first, int count, float[] slice, int from, int step) {
    for (int i = 0; i < count; i++) {
      put(row, first + i, slice[from + i * step]);
    }
  }

  private void put(int row, int column, float weight) {
    WeightBlock block = blocks.get(column / blockChannels);
    long at = block.offset() + row * block.rowBytes();
    format.put(rows, at, column - block.firstChannel(), weight);
    nonZero.put(row, column, weight != 0f);
  }

  private void putBias(Tensor values) {
    for (int i = 0; i < values.size(); i++) {
      bias.setAtIndex(ValueLayout.JAVA_FLOAT, i, values.get(i));
    }
  }

  /** How the weights of a row lie. */
  public RowFormat format() {
    return format;
  }

  /**
   * The largest value that an event can have where the rows are {@link RowFormat#INT8}, whose
   * events are whole and above 0.
   */
  public int largestEvent() {
    return largestEvent;
  }

  /** The rows of all blocks. */
  public MemorySegment rows() {
    return rows;
  }

  /**
   * Whether rows longer than a block are not cut into blocks, because few pixels use them. Of
   * connections of one group only.
   */
  public boolean wholeRows() {
    return wholeRows;
  }

  /** How many rows each block has. */
  public int rowCount() {
    return rowCount;
  }

  /** Where the rows lie, by ascending target channel of a group. */
  public List<WeightBlock> blocks() {
    return blocks;
  }

  /**
   * Some channels of a block.
   *
   * @param from the first, counted from the block's first; a multiple of the format's unit
   * @param to after the last; the same, or the end of the block
   */
  public WeightBlock piece(WeightBlock block, int from, int to) {
    return new WeightBlock(
        block.offset() + format.rowBytes(from),
        block.rowBytes(),
        block.firstChannel() + from,
        to - from);
  }

  /** Parts of the channels that see only each other. */
  public int groups() {
    return groups;
  }

  /** Target channels of a group. */
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
