package org.spikeledger.simulator.kernel.vector;

import static jdk.incubator.vector.VectorOperators.ASHR;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Adds rows of bytes that come from memory, as {@link VectorWholeRows} does those of float32: each
 * from its beginning to its end, four at a time, onto sums of 16 bits that stay in the nearest
 * cache. {@link VectorWidths} defines this class once a width.
 */
final class VectorWholeByteRows implements Gather {

  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorWidths.speciesOf(MethodHandles.lookup()).vectorShape());
  private static final long VECTOR_BYTES = SHORTS.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private final WindowRows windowRows;
  private final CurrentSums currentSums;

  VectorWholeByteRows(WindowRows windowRows, CurrentSums currentSums) {
    this.windowRows = windowRows;
    this.currentSums = currentSums;
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long first = (long) block.firstChannel() * Float.BYTES;
    long bytes = (long) Layout.padded(block.channels()) * Float.BYTES;
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      if (!runs.isUnchanged(pixel)) {
        long offset = pixel * pixelBytes + first;
        MemorySegment.copy(weights.bias(), first, currents, offset, bytes);
        add(runs, pixel, weights, block, currents, offset);
      }
    }
  }

  private void add(
      Runs runs,
      int pixel,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment currents,
      long offset) {
    long rowBytes = weights.format().padded(block.channels());
    int vectors = (int) (rowBytes / VECTOR_BYTES);
    MemorySegment sums = runs.sums();
    int count = windowRows.collect(runs, pixel);
    for (int from = 0, to; from < count; from = to) {
      to = Math.min(count, from + CurrentSums.MOST_EVENTS);
      sums.asSlice(0, 2 * rowBytes).fill((byte) 0);
      add(runs.rows(), from, to, weights, block, sums, rowBytes);
      currentSums.add(
          sums, to - from, vectors, 0, block.channels(), currents, offset, currents, offset);
    }
  }

  private static void add(
      int[] events,
      int from,
      int to,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment sums,
      long bytes) {
    MemorySegment rows = weights.rows();
    long first = block.offset();
    long rowBytes = block.rowBytes();
    int event = from;
    for (; event + 4 <= to; event += 4) {
      addFour(
          rows,
          first + events[event] * rowBytes,
          first + events[event + 1] * rowBytes,
          first + events[event + 2] * rowBytes,
          first + events[event + 3] * rowBytes,
          sums,
          bytes);
    }
    for (; event < to; event++) {
      addOne(rows, first + events[event] * rowBytes, sums, bytes);
    }
  }

  private static void addFour(
      MemorySegment rows, long a, long b, long c, long d, MemorySegment sums, long bytes) {
    MemorySegment rowA = rows.asSlice(a, bytes);
    MemorySegment rowB = rows.asSlice(b, bytes);
    MemorySegment rowC = rows.asSlice(c, bytes);
    MemorySegment rowD = rows.asSlice(d, bytes);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      ShortVector pairsA = load(rowA, at);
      ShortVector pairsB = load(rowB, at);
      ShortVector pairsC = load(rowC, at);
      ShortVector pairsD = load(rowD, at);
      load(sums, 2 * at)
          .add(pairsA.add(pairsB))
          .add(pairsC.add(pairsD))
          .intoMemorySegment(sums, 2 * at, ORDER);
      load(sums, 2 * at + VECTOR_BYTES)
          .add(pairsA.lanewise(ASHR, 8).add(pairsB.lanewise(ASHR, 8)))
          .add(pairsC.lanewise(ASHR, 8).add(pairsD.lanewise(ASHR, 8)))
          .intoMemorySegment(sums, 2 * at + VECTOR_BYTES, ORDER);
    }
  }

  private static void addOne(MemorySegment rows, long row, MemorySegment sums, long bytes) {
    MemorySegment slice = rows.asSlice(row, bytes);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      ShortVector pairs = load(slice, at);
      load(sums, 2 * at).add(pairs).intoMemorySegment(sums, 2 * at, ORDER);
      load(sums, 2 * at + VECTOR_BYTES)
          .add(pairs.lanewise(ASHR, 8))
          .intoMemorySegment(sums, 2 * at + VECTOR_BYTES, ORDER);
    }
  }

  private static ShortVector load(MemorySegment segment, long offset) {
    return ShortVector.fromMemorySegment(SHORTS, segment, offset, ORDER);
  }
}
