package org.spikeledger.simulator.kernel.vector;

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
 * Adds rows that come from memory: each from its beginning to its end, four at a time, so that
 * memory hands over four streams at once, onto currents that stay in the nearest cache. {@link
 * VectorWidths} defines this class once a width. Blocks are padded to whole vectors of any width.
 */
final class VectorWholeRows implements Gather {

  private static final VectorSpecies<Float> SPECIES =
      VectorWidths.speciesOf(MethodHandles.lookup());
  private static final long VECTOR_BYTES = SPECIES.vectorByteSize();
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  private final WindowRows windowRows;

  VectorWholeRows(WindowRows windowRows) {
    this.windowRows = windowRows;
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
        int count = windowRows.collect(runs, pixel);
        if (runs.values() == null) {
          add(runs.rows(), count, weights, block, currents, offset, bytes);
        } else {
          add(runs.rows(), runs.rowValues(), count, weights, block, currents, offset, bytes);
        }
      }
    }
  }

  private static void add(
      int[] events,
      int count,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment currents,
      long offset,
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
          currents,
          offset,
          bytes);
    }
    for (; event < count; event++) {
      addOne(rows, first + events[event] * rowBytes, currents, offset, bytes);
    }
  }

  /** The same for graded events. */
  private static void add(
      int[] events,
      float[] values,
      int count,
      PackedWeights weights,
      WeightBlock block,
      MemorySegment currents,
      long offset,
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
          values,
          event,
          currents,
          offset,
          bytes);
    }
    for (; event < count; event++) {
      addOne(rows, first + events[event] * rowBytes, values[event], currents, offset, bytes);
    }
  }

  private static void addFour(
      MemorySegment rows,
      long a,
      long b,
      long c,
      long d,
      MemorySegment currents,
      long offset,
      long bytes) {
    MemorySegment sum = currents.asSlice(offset, bytes);
    MemorySegment rowA = rows.asSlice(a, bytes);
    MemorySegment rowB = rows.asSlice(b, bytes);
    MemorySegment rowC = rows.asSlice(c, bytes);
    MemorySegment rowD = rows.asSlice(d, bytes);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      load(sum, at)
          .add(load(rowA, at))
          .add(load(rowB, at))
          .add(load(rowC, at))
          .add(load(rowD, at))
          .intoMemorySegment(sum, at, ORDER);
    }
  }

  /** The same for graded events, the first of which has its value at a position. */
  private static void addFour(
      MemorySegment rows,
      long a,
      long b,
      long c,
      long d,
      float[] values,
      int event,
      MemorySegment currents,
      long offset,
      long bytes) {
    MemorySegment sum = currents.asSlice(offset, bytes);
    MemorySegment rowA = rows.asSlice(a, bytes);
    MemorySegment rowB = rows.asSlice(b, bytes);
    MemorySegment rowC = rows.asSlice(c, bytes);
    MemorySegment rowD = rows.asSlice(d, bytes);
    FloatVector valueA = FloatVector.broadcast(SPECIES, values[event]);
    FloatVector valueB = FloatVector.broadcast(SPECIES, values[event + 1]);
    FloatVector valueC = FloatVector.broadcast(SPECIES, values[event + 2]);
    FloatVector valueD = FloatVector.broadcast(SPECIES, values[event + 3]);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      load(sum, at)
          .add(load(rowA, at).mul(valueA))
          .add(load(rowB, at).mul(valueB))
          .add(load(rowC, at).mul(valueC))
          .add(load(rowD, at).mul(valueD))
          .intoMemorySegment(sum, at, ORDER);
    }
  }

  private static void addOne(
      MemorySegment rows, long row, MemorySegment currents, long offset, long bytes) {
    MemorySegment sum = currents.asSlice(offset, bytes);
    MemorySegment slice = rows.asSlice(row, bytes);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      load(sum, at).add(load(slice, at)).intoMemorySegment(sum, at, ORDER);
    }
  }

  private static void addOne(
      MemorySegment rows, long row, float value, MemorySegment currents, long offset, long bytes) {
    MemorySegment sum = currents.asSlice(offset, bytes);
    MemorySegment slice = rows.asSlice(row, bytes);
    for (long at = 0; at < bytes; at += VECTOR_BYTES) {
      load(sum, at).add(load(slice, at).mul(value)).intoMemorySegment(sum, at, ORDER);
    }
  }

  private static FloatVector load(MemorySegment segment, long offset) {
    return FloatVector.fromMemorySegment(SPECIES, segment, offset, ORDER);
  }
}
