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
 * Adds rows of bytes, two postsynaptic neurons a lane of 16 bits, as {@link
 * org.spikeledger.simulator.plan.RowFormat#INT8} explains. As many rows as 16 bits can hold are
 * added up, then {@link VectorCurrentSums} adds their sums to the currents. {@link VectorWidths}
 * defines this class once a width, so that the species is a constant of the compiled code. No
 * branch may choose between vectors, or the compiler puts them on the heap: hence a method for each
 * case. Rows are sliced as in {@link VectorAccumulation}.
 */
final class VectorByteAccumulation implements Gather {

  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, VectorWidths.speciesOf(MethodHandles.lookup()).vectorShape());
  private static final long VECTOR_BYTES = SHORTS.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;

  private final WindowRows windowRows;
  private final CurrentSums currentSums;

  VectorByteAccumulation(WindowRows windowRows, CurrentSums currentSums) {
    this.windowRows = windowRows;
    this.currentSums = currentSums;
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long first = (long) block.firstChannel() * Float.BYTES;
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    putBias(runs, weights, block, currents, layout);
    int bytes = weights.format().padded(block.channels());
    for (int at = 0, vectors; at < bytes; at += vectors * SHORTS.vectorByteSize()) {
      vectors = vectors(bytes - at);
      for (int pixel = 0; pixel < layout.pixels(); pixel++) {
        if (!runs.isEmpty(pixel)) {
          addUp(runs, pixel, weights, block, vectors, at, currents, pixel * pixelBytes + first);
        }
      }
    }
  }

  /** Where nothing arrives, the current is the bias. */
  private static void putBias(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long first = (long) block.firstChannel() * Float.BYTES;
    long bytes = (long) Layout.padded(block.channels()) * Float.BYTES;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      if (runs.isEmpty(pixel) && !runs.isUnchanged(pixel)) {
        long offset = (long) pixel * layout.stride() * Float.BYTES + first;
        MemorySegment.copy(weights.bias(), first, currents, offset, bytes);
      }
    }
  }

  /** How many vectors of every row registers hold, where so many bytes of a row are left. */
  private static int vectors(int bytesLeft) {
    if (bytesLeft >= 4 * VECTOR_BYTES) {
      return 4;
    }
    return bytesLeft >= 2 * VECTOR_BYTES ? 2 : 1;
  }

  /** Adds up some vectors of the rows of a window's events. */
  private void addUp(
      Runs runs,
      int window,
      PackedWeights weights,
      WeightBlock block,
      int vectors,
      int at,
      MemorySegment currents,
      long target) {
    MemorySegment soFar = weights.bias();
    long soFarOffset = (long) block.firstChannel() * Float.BYTES;
    MemorySegment sums = runs.sums();
    int count = windowRows.collect(runs, window);
    for (int from = 0, to; from < count; from = to) {
      to = Math.min(count, from + CurrentSums.MOST_EVENTS);
      addUp(runs.rows(), from, to, vectors, weights, block.offset() + at, block.rowBytes(), sums);
      currentSums.add(
          sums, to - from, vectors, at, block.channels(), soFar, soFarOffset, currents, target);
      soFar = currents;
      soFarOffset = target;
    }
  }

  private static void addUp(
      int[] events,
      int from,
      int to,
      int vectors,
      PackedWeights weights,
      long firstRow,
      long rowBytes,
      MemorySegment sums) {
    MemorySegment rows = weights.rows();
    switch (vectors) {
      case 4 -> addUpFour(events, from, to, rows, firstRow, rowBytes, sums);
      case 2 -> addUpTwo(events, from, to, rows, firstRow, rowBytes, sums);
      default -> addUpOne(events, from, to, rows, firstRow, rowBytes, sums);
    }
  }

  private static void addUpOne(
      int[] events,
      int from,
      int to,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment sums) {
    ShortVector sum = ShortVector.zero(SHORTS);
    ShortVector high = ShortVector.zero(SHORTS);
    for (int event = from; event < to; event++) {
      long row = firstRow + events[event] * rowBytes;
      ShortVector pairs = load(rows, row);
      sum = sum.add(pairs);
      high = high.add(pairs.lanewise(ASHR, 8));
    }
    sum.intoMemorySegment(sums, 0, ORDER);
    high.intoMemorySegment(sums, VECTOR_BYTES, ORDER);
  }

  private static void addUpTwo(
      int[] events,
      int from,
      int to,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment sums) {
    ShortVector sum0 = ShortVector.zero(SHORTS);
    ShortVector sum1 = ShortVector.zero(SHORTS);
    ShortVector high0 = ShortVector.zero(SHORTS);
    ShortVector high1 = ShortVector.zero(SHORTS);
    for (int event = from; event < to; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 2 * VECTOR_BYTES);
      ShortVector pairs0 = load(row, 0);
      ShortVector pairs1 = load(row, VECTOR_BYTES);
      sum0 = sum0.add(pairs0);
      sum1 = sum1.add(pairs1);
      high0 = high0.add(pairs0.lanewise(ASHR, 8));
      high1 = high1.add(pairs1.lanewise(ASHR, 8));
    }
    sum0.intoMemorySegment(sums, 0, ORDER);
    high0.intoMemorySegment(sums, VECTOR_BYTES, ORDER);
    sum1.intoMemorySegment(sums, 2 * VECTOR_BYTES, ORDER);
    high1.intoMemorySegment(sums, 3 * VECTOR_BYTES, ORDER);
  }

  private static void addUpFour(
      int[] events,
      int from,
      int to,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment sums) {
    ShortVector sum0 = ShortVector.zero(SHORTS);
    ShortVector sum1 = ShortVector.zero(SHORTS);
    ShortVector sum2 = ShortVector.zero(SHORTS);
    ShortVector sum3 = ShortVector.zero(SHORTS);
    ShortVector high0 = ShortVector.zero(SHORTS);
    ShortVector high1 = ShortVector.zero(SHORTS);
    ShortVector high2 = ShortVector.zero(SHORTS);
    ShortVector high3 = ShortVector.zero(SHORTS);
    for (int event = from; event < to; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 4 * VECTOR_BYTES);
      ShortVector pairs0 = load(row, 0);
      ShortVector pairs1 = load(row, VECTOR_BYTES);
      ShortVector pairs2 = load(row, 2 * VECTOR_BYTES);
      ShortVector pairs3 = load(row, 3 * VECTOR_BYTES);
      sum0 = sum0.add(pairs0);
      sum1 = sum1.add(pairs1);
      sum2 = sum2.add(pairs2);
      sum3 = sum3.add(pairs3);
      high0 = high0.add(pairs0.lanewise(ASHR, 8));
      high1 = high1.add(pairs1.lanewise(ASHR, 8));
      high2 = high2.add(pairs2.lanewise(ASHR, 8));
      high3 = high3.add(pairs3.lanewise(ASHR, 8));
    }
    sum0.intoMemorySegment(sums, 0, ORDER);
    high0.intoMemorySegment(sums, VECTOR_BYTES, ORDER);
    sum1.intoMemorySegment(sums, 2 * VECTOR_BYTES, ORDER);
    high1.intoMemorySegment(sums, 3 * VECTOR_BYTES, ORDER);
    sum2.intoMemorySegment(sums, 4 * VECTOR_BYTES, ORDER);
    high2.intoMemorySegment(sums, 5 * VECTOR_BYTES, ORDER);
    sum3.intoMemorySegment(sums, 6 * VECTOR_BYTES, ORDER);
    high3.intoMemorySegment(sums, 7 * VECTOR_BYTES, ORDER);
  }

  private static ShortVector load(MemorySegment rows, long offset) {
    return ShortVector.fromMemorySegment(SHORTS, rows, offset, ORDER);
  }
}
