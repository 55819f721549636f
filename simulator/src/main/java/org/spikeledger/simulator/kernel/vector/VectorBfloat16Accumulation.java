package org.spikeledger.simulator.kernel.vector;

import static jdk.incubator.vector.VectorOperators.LSHL;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Adds rows of {@link org.spikeledger.simulator.plan.RowFormat#BFLOAT16}, of which a vector of
 * words makes two of float32: half the memory of {@link VectorAccumulation}, of whose structure
 * this is. {@link VectorWidths} defines this class once a width.
 */
final class VectorBfloat16Accumulation implements Gather {

  private static final VectorSpecies<Float> FLOATS = VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Integer> WORDS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final long VECTOR_BYTES = WORDS.vectorByteSize();
  private static final long PAIR_BYTES = 2 * VECTOR_BYTES;
  private static final long TO_HIGHER = Bfloat16Words.TO_HIGHER;
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

  private final WindowRows windowRows;

  VectorBfloat16Accumulation(WindowRows windowRows) {
    this.windowRows = windowRows;
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long bias = (long) block.firstChannel() * Float.BYTES;
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      if (!runs.isUnchanged(pixel)) {
        int count = windowRows.collect(runs, pixel);
        float[] values = runs.values() == null ? null : runs.rowValues();
        long at = pixel * pixelBytes + bias;
        gather(runs.rows(), values, count, weights, block, bias, currents, at);
      }
    }
  }

  private static void gather(
      int[] events,
      float[] values,
      int count,
      PackedWeights weights,
      WeightBlock block,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    MemorySegment rows = weights.rows();
    MemorySegment bias = weights.bias();
    long rowBytes = block.rowBytes();
    long bytes = (long) weights.format().padded(block.channels()) * Short.BYTES;
    long at = 0;
    for (; at + PAIR_BYTES <= bytes; at += PAIR_BYTES) {
      long firstRow = block.offset() + at;
      long a = Bfloat16Words.current(at);
      long b = Bfloat16Words.current(at + VECTOR_BYTES);
      if (values == null) {
        gatherPair(
            events, count, rows, firstRow, rowBytes, bias, biasOffset, currents, offset, a, b);
      } else {
        gatherGradedPair(
            events,
            values,
            count,
            rows,
            firstRow,
            rowBytes,
            bias,
            biasOffset,
            currents,
            offset,
            a,
            b);
      }
    }
    for (; at < bytes; at += VECTOR_BYTES) {
      long firstRow = block.offset() + at;
      long a = Bfloat16Words.current(at);
      if (values == null) {
        gatherVector(
            events, count, rows, firstRow, rowBytes, bias, biasOffset + a, currents, offset + a);
      } else {
        gatherGradedVector(
            events,
            values,
            count,
            rows,
            firstRow,
            rowBytes,
            bias,
            biasOffset + a,
            currents,
            offset + a);
      }
    }
  }

  /** Two vectors of words, whose lower channels lie at {@code a} and {@code b}. */
  private static void gatherPair(
      int[] events,
      int count,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset,
      long a,
      long b) {
    FloatVector lowerA = load(bias, biasOffset + a);
    FloatVector higherA = load(bias, biasOffset + a + TO_HIGHER);
    FloatVector lowerB = load(bias, biasOffset + b);
    FloatVector higherB = load(bias, biasOffset + b + TO_HIGHER);
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, PAIR_BYTES);
      IntVector wordsA = words(row, 0);
      IntVector wordsB = words(row, VECTOR_BYTES);
      lowerA = lowerA.add(lower(wordsA));
      higherA = higherA.add(higher(wordsA));
      lowerB = lowerB.add(lower(wordsB));
      higherB = higherB.add(higher(wordsB));
    }
    lowerA.intoMemorySegment(currents, offset + a, NATIVE);
    higherA.intoMemorySegment(currents, offset + a + TO_HIGHER, NATIVE);
    lowerB.intoMemorySegment(currents, offset + b, NATIVE);
    higherB.intoMemorySegment(currents, offset + b + TO_HIGHER, NATIVE);
  }

  /** The same for graded events. */
  private static void gatherGradedPair(
      int[] events,
      float[] values,
      int count,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset,
      long a,
      long b) {
    FloatVector lowerA = load(bias, biasOffset + a);
    FloatVector higherA = load(bias, biasOffset + a + TO_HIGHER);
    FloatVector lowerB = load(bias, biasOffset + b);
    FloatVector higherB = load(bias, biasOffset + b + TO_HIGHER);
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, PAIR_BYTES);
      FloatVector value = FloatVector.broadcast(FLOATS, values[event]);
      IntVector wordsA = words(row, 0);
      IntVector wordsB = words(row, VECTOR_BYTES);
      lowerA = lowerA.add(lower(wordsA).mul(value));
      higherA = higherA.add(higher(wordsA).mul(value));
      lowerB = lowerB.add(lower(wordsB).mul(value));
      higherB = higherB.add(higher(wordsB).mul(value));
    }
    lowerA.intoMemorySegment(currents, offset + a, NATIVE);
    higherA.intoMemorySegment(currents, offset + a + TO_HIGHER, NATIVE);
    lowerB.intoMemorySegment(currents, offset + b, NATIVE);
    higherB.intoMemorySegment(currents, offset + b + TO_HIGHER, NATIVE);
  }

  private static void gatherVector(
      int[] events,
      int count,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector lower = load(bias, biasOffset);
    FloatVector higher = load(bias, biasOffset + TO_HIGHER);
    for (int event = 0; event < count; event++) {
      IntVector words = words(rows, firstRow + events[event] * rowBytes);
      lower = lower.add(lower(words));
      higher = higher.add(higher(words));
    }
    lower.intoMemorySegment(currents, offset, NATIVE);
    higher.intoMemorySegment(currents, offset + TO_HIGHER, NATIVE);
  }

  private static void gatherGradedVector(
      int[] events,
      float[] values,
      int count,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector lower = load(bias, biasOffset);
    FloatVector higher = load(bias, biasOffset + TO_HIGHER);
    for (int event = 0; event < count; event++) {
      IntVector words = words(rows, firstRow + events[event] * rowBytes);
      lower = lower.add(lower(words).mul(values[event]));
      higher = higher.add(higher(words).mul(values[event]));
    }
    lower.intoMemorySegment(currents, offset, NATIVE);
    higher.intoMemorySegment(currents, offset + TO_HIGHER, NATIVE);
  }

  private static FloatVector lower(IntVector words) {
    return words.lanewise(LSHL, Bfloat16Words.SHIFT).reinterpretAsFloats();
  }

  private static FloatVector higher(IntVector words) {
    return words.and(Bfloat16Words.HIGHER).reinterpretAsFloats();
  }

  private static IntVector words(MemorySegment rows, long offset) {
    return IntVector.fromMemorySegment(WORDS, rows, offset, ORDER);
  }

  private static FloatVector load(MemorySegment segment, long offset) {
    return FloatVector.fromMemorySegment(FLOATS, segment, offset, NATIVE);
  }
}
