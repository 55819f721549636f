package org.spikeledger.simulator.kernel.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Adds weights over vectors, one lane a postsynaptic neuron. {@link VectorWidths} defines this
 * class once a width, so that the species is a constant of the compiled code. No branch may choose
 * between vectors, or the compiler puts them on the heap: hence a method for each case. The piece
 * of a row that a tile needs is a slice, so that its bounds are checked once and not vector by
 * vector.
 */
final class VectorAccumulation implements Accumulation {

  private static final VectorSpecies<Float> SPECIES =
      VectorWidths.speciesOf(MethodHandles.lookup());
  private static final int LANES = SPECIES.length();
  private static final long VECTOR_BYTES = (long) LANES * Float.BYTES;
  private static final int PAIR = 2 * LANES;
  private static final int TILE = 4 * LANES;
  private static final int WIDE_TILE = 2 * TILE;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    int groups = weights.groups();
    int width = groups == 1 ? Layout.padded(block.channels()) : block.channels();
    int pixels = layout.pixels();
    long pixelBytes = (long) layout.stride() * Float.BYTES;
    int window = 0;
    for (int pixel = 0; pixel < pixels; pixel++) {
      for (int group = 0; group < groups; group++, window++) {
        if (!runs.isUnchanged(window)) {
          long bias = (long) (group * weights.width() + block.firstChannel()) * Float.BYTES;
          gather(runs, window, weights, block, bias, currents, pixel * pixelBytes + bias, width);
        }
      }
    }
  }

  private static void gather(
      Runs runs,
      int window,
      PackedWeights weights,
      WeightBlock block,
      long biasOffset,
      MemorySegment currents,
      long offset,
      int width) {
    MemorySegment rows = weights.rows();
    MemorySegment bias = weights.bias();
    long rowBytes = block.rowBytes();
    int channel = 0;
    for (; runs.values() == null && channel + WIDE_TILE <= width; channel += WIDE_TILE) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      gatherWideTile(
          runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
    }
    for (; channel + TILE <= width; channel += TILE) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (runs.values() == null) {
        gatherTile(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedTile(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      }
    }
    for (; channel + PAIR <= width; channel += PAIR) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (runs.values() == null) {
        gatherPair(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedPair(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      }
    }
    for (; channel + LANES <= width; channel += LANES) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (runs.values() == null) {
        gatherVector(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedVector(
            runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      }
    }
    for (; channel < width; channel++) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      gatherTail(
          runs, window, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
    }
  }

  private static void gatherTile(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector c = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector d = load(bias, biasOffset + 3 * VECTOR_BYTES);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        MemorySegment row = rows.asSlice(base + indices[event] * rowBytes, 4 * VECTOR_BYTES);
        a = a.add(load(row, 0));
        b = b.add(load(row, VECTOR_BYTES));
        c = c.add(load(row, 2 * VECTOR_BYTES));
        d = d.add(load(row, 3 * VECTOR_BYTES));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  /** Rows of many channels, which come from memory: so much of one at a time as registers hold. */
  private static void gatherWideTile(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a0 = load(bias, biasOffset);
    FloatVector a1 = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector a2 = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector a3 = load(bias, biasOffset + 3 * VECTOR_BYTES);
    FloatVector a4 = load(bias, biasOffset + 4 * VECTOR_BYTES);
    FloatVector a5 = load(bias, biasOffset + 5 * VECTOR_BYTES);
    FloatVector a6 = load(bias, biasOffset + 6 * VECTOR_BYTES);
    FloatVector a7 = load(bias, biasOffset + 7 * VECTOR_BYTES);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        MemorySegment row = rows.asSlice(base + indices[event] * rowBytes, 8 * VECTOR_BYTES);
        a0 = a0.add(load(row, 0));
        a1 = a1.add(load(row, VECTOR_BYTES));
        a2 = a2.add(load(row, 2 * VECTOR_BYTES));
        a3 = a3.add(load(row, 3 * VECTOR_BYTES));
        a4 = a4.add(load(row, 4 * VECTOR_BYTES));
        a5 = a5.add(load(row, 5 * VECTOR_BYTES));
        a6 = a6.add(load(row, 6 * VECTOR_BYTES));
        a7 = a7.add(load(row, 7 * VECTOR_BYTES));
      }
    }
    a0.intoMemorySegment(currents, offset, ORDER);
    a1.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    a2.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    a3.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
    a4.intoMemorySegment(currents, offset + 4 * VECTOR_BYTES, ORDER);
    a5.intoMemorySegment(currents, offset + 5 * VECTOR_BYTES, ORDER);
    a6.intoMemorySegment(currents, offset + 6 * VECTOR_BYTES, ORDER);
    a7.intoMemorySegment(currents, offset + 7 * VECTOR_BYTES, ORDER);
  }

  private static void gatherGradedTile(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector c = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector d = load(bias, biasOffset + 3 * VECTOR_BYTES);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    float[] values = runs.values();
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        MemorySegment row = rows.asSlice(base + indices[event] * rowBytes, 4 * VECTOR_BYTES);
        FloatVector value = FloatVector.broadcast(SPECIES, values[event]);
        a = a.add(load(row, 0).mul(value));
        b = b.add(load(row, VECTOR_BYTES).mul(value));
        c = c.add(load(row, 2 * VECTOR_BYTES).mul(value));
        d = d.add(load(row, 3 * VECTOR_BYTES).mul(value));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  /** What is left of a row behind tiles, two vectors at once: 32 channels are nothing else. */
  private static void gatherPair(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        MemorySegment row = rows.asSlice(base + indices[event] * rowBytes, 2 * VECTOR_BYTES);
        a = a.add(load(row, 0));
        b = b.add(load(row, VECTOR_BYTES));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
  }

  /** The same for graded events. */
  private static void gatherGradedPair(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    float[] values = runs.values();
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        MemorySegment row = rows.asSlice(base + indices[event] * rowBytes, 2 * VECTOR_BYTES);
        FloatVector value = FloatVector.broadcast(SPECIES, values[event]);
        a = a.add(load(row, 0).mul(value));
        b = b.add(load(row, VECTOR_BYTES).mul(value));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
  }

  private static void gatherVector(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector sum = load(bias, biasOffset);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        sum = sum.add(load(rows, base + indices[event] * rowBytes));
      }
    }
    sum.intoMemorySegment(currents, offset, ORDER);
  }

  private static void gatherGradedVector(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector sum = load(bias, biasOffset);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    float[] values = runs.values();
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        sum = sum.add(load(rows, base + indices[event] * rowBytes).mul(values[event]));
      }
    }
    sum.intoMemorySegment(currents, offset, ORDER);
  }

  private static void gatherTail(
      Runs runs,
      int window,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    float sum = bias.get(JAVA_FLOAT, biasOffset);
    int[] indices = runs.indices();
    int endRun = runs.firstRun(window + 1);
    float[] values = runs.values();
    for (int run = runs.firstRun(window); run < endRun; run++) {
      long base = runs.rowOffset(run) * rowBytes + firstRow;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        float weight = rows.get(JAVA_FLOAT, base + indices[event] * rowBytes);
        sum += values == null ? weight : weight * values[event];
      }
    }
    currents.set(JAVA_FLOAT, offset, sum);
  }

  @Override
  public void add(MemorySegment sum, MemorySegment values, long count) {
    long i = 0;
    for (; i + LANES <= count; i += LANES) {
      long at = i * Float.BYTES;
      load(sum, at).add(load(values, at)).intoMemorySegment(sum, at, ORDER);
    }
    for (; i < count; i++) {
      sum.setAtIndex(
          JAVA_FLOAT, i, sum.getAtIndex(JAVA_FLOAT, i) + values.getAtIndex(JAVA_FLOAT, i));
    }
  }

  private static FloatVector load(MemorySegment segment, long offset) {
    return FloatVector.fromMemorySegment(SPECIES, segment, offset, ORDER);
  }
}
