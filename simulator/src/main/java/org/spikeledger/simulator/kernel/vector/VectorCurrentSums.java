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
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.kernel.WaitingSums;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.RowFormat;
import org.spikeledger.simulator.plan.WeightBlock;

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
  public void putBias(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    long first = (long) block.firstChannel() * Float.BYTES;
    long bytes = (long) Layout.padded(block.channels()) * Float.BYTES;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      if (!runs.isUnchanged(pixel)) {
        long offset = (long) pixel * layout.stride() * Float.BYTES + first;
        for (long at = 0; at < bytes; at += VECTOR_BYTES) {
          load(weights.bias(), first + at).intoMemorySegment(currents, offset + at, NATIVE);
        }
      }
    }
  }

  @Override
  public void add(WaitingSums waiting, int vectors, int at, MemorySegment currents, int channels) {
    for (int vector = 0; vector < vectors; vector++) {
      int first = at + vector * VECTOR_BYTES;
      int inLine = first % RowFormat.LINE_CHANNELS;
      int channel = first - inLine + inLine / Integer.BYTES;
      int left = (channels - channel + WORDS - 1) / WORDS;
      add(waiting, 2L * vector * VECTOR_BYTES, currents, (long) channel * Float.BYTES, left);
    }
    waiting.clear();
  }

  /** Adds one vector's sums; of the four channels of a word, those that are left. */
  private static void add(
      WaitingSums waiting, long from, MemorySegment currents, long offset, int left) {
    MemorySegment sums = waiting.sums();
    int[] events = waiting.events();
    long[] targets = waiting.targets();
    for (int i = 0; i < waiting.count(); i++) {
      long at = (long) i * WaitingSums.BYTES + from;
      long target = targets[i] + offset;
      short biases = (short) (OFFSET - events[i] * RowFormat.LOWER_BIAS);
      ShortVector pairs = ShortVector.fromMemorySegment(SHORTS, sums, at, ORDER);
      ShortVector high = ShortVector.fromMemorySegment(SHORTS, sums, at + VECTOR_BYTES, ORDER);
      IntVector lows = pairs.sub(high.lanewise(LSHL, 8)).add(biases).reinterpretAsInts();
      IntVector highs = high.add((short) OFFSET).reinterpretAsInts();
      add(lows.and(UNSIGNED), currents, target);
      if (left > 1) {
        add(highs.and(UNSIGNED), currents, target + WORDS_BYTES);
      }
      if (left > 2) {
        add(lows.lanewise(LSHR, 16), currents, target + 2 * WORDS_BYTES);
      }
      if (left > 3) {
        add(highs.lanewise(LSHR, 16), currents, target + 3 * WORDS_BYTES);
      }
    }
  }

  private static void add(IntVector unsigned, MemorySegment currents, long offset) {
    FloatVector floats = unsigned.or(BITS_OF_LARGE).reinterpretAsFloats().sub(LARGE + OFFSET);
    load(currents, offset).add(floats).intoMemorySegment(currents, offset, NATIVE);
  }

  private static FloatVector load(MemorySegment segment, long offset) {
    return FloatVector.fromMemorySegment(FLOATS, segment, offset, NATIVE);
  }
}
