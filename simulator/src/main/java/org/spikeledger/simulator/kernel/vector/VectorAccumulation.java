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

  private final WindowRows windowRows;

  VectorAccumulation(WindowRows windowRows) {
    this.windowRows = windowRows;
  }

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
          int count = windowRows.collect(runs, window);
          float[] values = runs.values() == null ? null : runs.rowValues();
          long at = pixel * pixelBytes + bias;
          gather(runs.rows(), values, count, weights, block, bias, currents, at, width);
        }
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
      long offset,
      int width) {
    MemorySegment rows = weights.rows();
    MemorySegment bias = weights.bias();
    long rowBytes = block.rowBytes();
    int channel = 0;
    for (; values == null && channel + WIDE_TILE <= width; channel += WIDE_TILE) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      gatherWideTile(
          events, count, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
    }
    for (; channel + TILE <= width; channel += TILE) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (values == null) {
        gatherTile(
            events, count, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedTile(
            events,
            values,
            count,
            rows,
            firstRow,
            rowBytes,
            bias,
            biasOffset + at,
            currents,
            offset + at);
      }
    }
    for (; channel + PAIR <= width; channel += PAIR) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (values == null) {
        gatherPair(
            events, count, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedPair(
            events,
            values,
            count,
            rows,
            firstRow,
            rowBytes,
            bias,
            biasOffset + at,
            currents,
            offset + at);
      }
    }
    for (; channel + LANES <= width; channel += LANES) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      if (values == null) {
        gatherVector(
            events, count, rows, firstRow, rowBytes, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedVector(
            events,
            values,
            count,
            rows,
            firstRow,
            rowBytes,
            bias,
            biasOffset + at,
            currents,
            offset + at);
      }
    }
    for (; channel < width; channel++) {
      long at = (long) channel * Float.BYTES;
      long firstRow = block.offset() + at;
      gatherTail(
          events,
          values,
          count,
          rows,
          firstRow,
          rowBytes,
          bias,
          biasOffset + at,
          currents,
          offset + at);
    }
  }

  private static void gatherTile(
      int[] events,
      int count,
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
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 4 * VECTOR_BYTES);
      a = a.add(load(row, 0));
      b = b.add(load(row, VECTOR_BYTES));
      c = c.add(load(row, 2 * VECTOR_BYTES));
      d = d.add(load(row, 3 * VECTOR_BYTES));
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  /** The 64 channels of a block at 256 bits: so many accumulators as registers hold. */
  private static void gatherWideTile(
      int[] events,
      int count,
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
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 8 * VECTOR_BYTES);
      a0 = a0.add(load(row, 0));
      a1 = a1.add(load(row, VECTOR_BYTES));
      a2 = a2.add(load(row, 2 * VECTOR_BYTES));
      a3 = a3.add(load(row, 3 * VECTOR_BYTES));
      a4 = a4.add(load(row, 4 * VECTOR_BYTES));
      a5 = a5.add(load(row, 5 * VECTOR_BYTES));
      a6 = a6.add(load(row, 6 * VECTOR_BYTES));
      a7 = a7.add(load(row, 7 * VECTOR_BYTES));
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
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector c = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector d = load(bias, biasOffset + 3 * VECTOR_BYTES);
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 4 * VECTOR_BYTES);
      FloatVector value = FloatVector.broadcast(SPECIES, values[event]);
      a = a.add(load(row, 0).mul(value));
      b = b.add(load(row, VECTOR_BYTES).mul(value));
      c = c.add(load(row, 2 * VECTOR_BYTES).mul(value));
      d = d.add(load(row, 3 * VECTOR_BYTES).mul(value));
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  /** What is left of a row behind tiles, two vectors at once: 32 channels are nothing else. */
  private static void gatherPair(
      int[] events,
      int count,
      MemorySegment rows,
      long firstRow,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 2 * VECTOR_BYTES);
      a = a.add(load(row, 0));
      b = b.add(load(row, VECTOR_BYTES));
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
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
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    for (int event = 0; event < count; event++) {
      MemorySegment row = rows.asSlice(firstRow + events[event] * rowBytes, 2 * VECTOR_BYTES);
      FloatVector value = FloatVector.broadcast(SPECIES, values[event]);
      a = a.add(load(row, 0).mul(value));
      b = b.add(load(row, VECTOR_BYTES).mul(value));
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
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
    FloatVector sum = load(bias, biasOffset);
    for (int event = 0; event < count; event++) {
      sum = sum.add(load(rows, firstRow + events[event] * rowBytes));
    }
    sum.intoMemorySegment(currents, offset, ORDER);
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
    FloatVector sum = load(bias, biasOffset);
    for (int event = 0; event < count; event++) {
      sum = sum.add(load(rows, firstRow + events[event] * rowBytes).mul(values[event]));
    }
    sum.intoMemorySegment(currents, offset, ORDER);
  }

  private static void gatherTail(
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
    float sum = bias.get(JAVA_FLOAT, biasOffset);
    for (int event = 0; event < count; event++) {
      float weight = rows.get(JAVA_FLOAT, firstRow + events[event] * rowBytes);
      sum += values == null ? weight : weight * values[event];
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
