package org.spikeledger.simulator.kernel.vector;

import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.ShortVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.plan.RowFormat;

/**
 * Takes sums of pairs of bytes apart and adds them to currents of float32. {@link VectorWidths}
 * defines this class once a width.
 */
final class VectorCurrentSums implements CurrentSums {

  private static final VectorSpecies<Float> FLOATS = VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Short> SHORTS =
      VectorSpecies.of(short.class, FLOATS.vectorShape());
  private static final int VECTOR_BYTES = FLOATS.vectorByteSize();
  private static final int WORDS = RowFormat.LINE_WORDS;
  private static final long WORDS_BYTES = WORDS * (long) Float.BYTES;
  private static final ByteOrder ORDER = ByteOrder.LITTLE_ENDIAN;
  private static final ByteOrder NATIVE = ByteOrder.nativeOrder();

  /** What makes a sum of at most 2^15, of either sign, a number of 16 bits without a sign. */
  private static final int OFFSET = 1 << 15;

  private static final int UNSIGNED = (1 << 16) - 1;

  /** A float whose last bit counts as 1: whole numbers below 2^22 are added by setting bits. */
  private static final float LARGE = 1.5f * (1 << 23);

  private static final int BITS_OF_LARGE = Float.floatToRawIntBits(LARGE);

  @Override
  public void add(
      MemorySegment sums,
      int events,
      int vectors,
      int at,
      int channels,
      MemorySegment soFar,
      long soFarOffset,
      MemorySegment currents,
      long offset) {
    short biases = (short) (OFFSET - events * RowFormat.LOWER_BIAS);
    for (int vector = 0; vector < vectors; vector++) {
      int first = at + vector * VECTOR_BYTES;
      int inLine = first % RowFormat.LINE_CHANNELS;
      int channel = first - inLine + inLine / Integer.BYTES;
      int left = (channels - channel + WORDS - 1) / WORDS;
      long from = 2L * vector * VECTOR_BYTES;
      long to = (long) channel * Float.BYTES;
      add(sums, from, biases, left, soFar, soFarOffset + to, currents, offset + to);
    }
  }

  /**
   * Adds one vector's sums; of the four channels of a word, those that are left. A vector handed to
   * a method of ours, which the compiler may not inline, would go to the heap.
   */
  private static void add(
      MemorySegment sums,
      long at,
      short biases,
      int left,
      MemorySegment soFar,
      long from,
      MemorySegment currents,
      long to) {
    ShortVector pairs = ShortVector.fromMemorySegment(SHORTS, sums, at, ORDER);
    ShortVector high = ShortVector.fromMemorySegment(SHORTS, sums, at + VECTOR_BYTES, ORDER);
    IntVector lows = pairs.sub(high.lanewise(LSHL, 8)).add(biases).reinterpretAsInts();
    IntVector highs = high.add((short) OFFSET).reinterpretAsInts();
    FloatVector first = lows.and(UNSIGNED).or(BITS_OF_LARGE).reinterpretAsFloats();
    FloatVector.fromMemorySegment(FLOATS, soFar, from, NATIVE)
        .add(first.sub(LARGE + OFFSET))
        .intoMemorySegment(currents, to, NATIVE);
    if (left > 1) {
      FloatVector second = highs.and(UNSIGNED).or(BITS_OF_LARGE).reinterpretAsFloats();
      FloatVector.fromMemorySegment(FLOATS, soFar, from + WORDS_BYTES, NATIVE)
          .add(second.sub(LARGE + OFFSET))
          .intoMemorySegment(currents, to + WORDS_BYTES, NATIVE);
    }
    if (left > 2) {
      FloatVector third = lows.lanewise(LSHR, 16).or(BITS_OF_LARGE).reinterpretAsFloats();
      FloatVector.fromMemorySegment(FLOATS, soFar, from + 2 * WORDS_BYTES, NATIVE)
          .add(third.sub(LARGE + OFFSET))
          .intoMemorySegment(currents, to + 2 * WORDS_BYTES, NATIVE);
    }
    if (left > 3) {
      FloatVector fourth = highs.lanewise(LSHR, 16).or(BITS_OF_LARGE).reinterpretAsFloats();
      FloatVector.fromMemorySegment(FLOATS, soFar, from + 3 * WORDS_BYTES, NATIVE)
          .add(fourth.sub(LARGE + OFFSET))
          .intoMemorySegment(currents, to + 3 * WORDS_BYTES, NATIVE);
    }
  }
}
