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
 * Adds rows of {@link org.spikeledger.simulator.plan.RowFormat#BFLOAT16} that come from memory, as
 * {@link VectorWholeRows} does those of float32. {@link VectorWidths} defines this class once a
 * width.
 */
final class VectorWholeBfloat16Rows implements Gather {

  private static final VectorSpecies<Float> FLOATS = VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Integer> WORDS =
      VectorSpecies.of(int.class, FLOATS.vectorShape());
  private static final long VECTOR_BYTES = WORDS.vectorByteSize();
  private static final long LINE_BYTES = Bfloat16Words.LINE_BYTES;
  private static final long TO_HIGHER = Bfloat16Words.TO_HIGHER;
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

  private final WindowRows windowRows;

  VectorWholeBfloat16Rows(WindowRows windowRows) {
    this.windowRows = windowRows;
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long first = (long) block.firstChannel() * Float.BYTES;
    long bytes = (long) weights.format().padded(block.channels()) * Short.BYTES;
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      if (!runs.isUnchanged(pixel)) {
        MemorySegment sums = currents.asSlice(pixel * pixelBytes + first, 2 * bytes);
        MemorySegment.copy(weights.bias(), first, sums, 0, 2 * bytes);
        int count = windowRows.collect(runs, pixel);
        if (runs.values() == null) {
          add(runs.rows(), count, weights, block, sums, bytes);
        } else {
          add(runs.rows(), runs.rowValues(), count, weights, block, sums, bytes);
        }
      }
    }
  }

  private static void add(
      int[] events,
      int count,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment sums,
      long bytes) {
    MemorySegment rows = weights.rows();
    long first = block.offset();
    long rowBytes = block.rowBytes();
    int event = 0;
    for (; event + 4 <= count; event += 4) {
      addFour(
          rows,
          first + events[event] * rowBytes,
          first + events[event + 1] * rowBytes,
          first + events[event + 2] * rowBytes,
          first + events[event + 3] * rowBytes,
          sums,
          bytes);
    }
    for (; event < count; event++) {
      addOne(rows, first + events[event] * rowBytes, sums, bytes);
    }
  }

  /** The same for graded events. */
  private static void add(
      int[] events,
      float[] values,
      int count,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment sums,
      long bytes) {
    MemorySegment rows = weights.rows();
    long first = block.offset();
    long rowBytes = block.rowBytes();
    int event = 0;
    for (; event + 2 <= count; event += 2) {
      long a = first + events[event] * rowBytes;
      long b = first + events[event + 1] * rowBytes;
      addTwo(rows, a, b, values[event], values[event + 1], sums, bytes);
    }
    if (event < count) {
      addOne(rows, first + events[event] * rowBytes, values[event], sums, bytes);
    }
  }

  private static void addFour(
      MemorySegment rows, long a, long b, long c, long d, MemorySegment sums, long bytes) {
    MemorySegment rowA = rows.asSlice(a, bytes);
    MemorySegment rowB = rows.asSlice(b, bytes);
    MemorySegment rowC = rows.asSlice(c, bytes);
    MemorySegment rowD = rows.asSlice(d, bytes);
    for (long line = 0; line < bytes; line += LINE_BYTES) {
      for (long in = 0; in < LINE_BYTES; in += VECTOR_BYTES) {
        IntVector wordsA = words(rowA, line + in);
        IntVector wordsB = words(rowB, line + in);
        IntVector wordsC = words(rowC, line + in);
        IntVector wordsD = words(rowD, line + in);
        long at = 2 * line + in;
        load(sums, at)
            .add(lower(wordsA))
            .add(lower(wordsB))
            .add(lower(wordsC))
            .add(lower(wordsD))
            .intoMemorySegment(sums, at, NATIVE);
        load(sums, at + TO_HIGHER)
            .add(higher(wordsA))
            .add(higher(wordsB))
            .add(higher(wordsC))
            .add(higher(wordsD))
            .intoMemorySegment(sums, at + TO_HIGHER, NATIVE);
      }
    }
  }

  /** Two graded events: of four at a time the compiler puts vectors on the heap in some runs. */
  private static void addTwo(
      MemorySegment rows,
      long a,
      long b,
      float valueA,
      float valueB,
      MemorySegment sums,
      long bytes) {
    MemorySegment rowA = rows.asSlice(a, bytes);
    MemorySegment rowB = rows.asSlice(b, bytes);
    FloatVector valuesA = FloatVector.broadcast(FLOATS, valueA);
    FloatVector valuesB = FloatVector.broadcast(FLOATS, valueB);
    for (long line = 0; line < bytes; line += LINE_BYTES) {
      for (long in = 0; in < LINE_BYTES; in += VECTOR_BYTES) {
        IntVector wordsA = words(rowA, line + in);
        IntVector wordsB = words(rowB, line + in);
        long at = 2 * line + in;
        load(sums, at)
            .add(lower(wordsA).mul(valuesA))
            .add(lower(wordsB).mul(valuesB))
            .intoMemorySegment(sums, at, NATIVE);
        load(sums, at + TO_HIGHER)
            .add(higher(wordsA).mul(valuesA))
            .add(higher(wordsB).mul(valuesB))
            .intoMemorySegment(sums, at + TO_HIGHER, NATIVE);
      }
    }
  }

  private static void addOne(MemorySegment rows, long row, MemorySegment sums, long bytes) {
    MemorySegment slice = rows.asSlice(row, bytes);
    for (long line = 0; line < bytes; line += LINE_BYTES) {
      for (long in = 0; in < LINE_BYTES; in += VECTOR_BYTES) {
        IntVector words = words(slice, line + in);
        long at = 2 * line + in;
        load(sums, at).add(lower(words)).intoMemorySegment(sums, at, NATIVE);
        load(sums, at + TO_HIGHER)
            .add(higher(words))
            .intoMemorySegment(sums, at + TO_HIGHER, NATIVE);
      }
    }
  }

  private static void addOne(
      MemorySegment rows, long row, float value, MemorySegment sums, long bytes) {
    MemorySegment slice = rows.asSlice(row, bytes);
    for (long line = 0; line < bytes; line += LINE_BYTES) {
      for (long in = 0; in < LINE_BYTES; in += VECTOR_BYTES) {
        IntVector words = words(slice, line + in);
        long at = 2 * line + in;
        load(sums, at).add(lower(words).mul(value)).intoMemorySegment(sums, at, NATIVE);
        load(sums, at + TO_HIGHER)
            .add(higher(words).mul(value))
            .intoMemorySegment(sums, at + TO_HIGHER, NATIVE);
      }
    }
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
