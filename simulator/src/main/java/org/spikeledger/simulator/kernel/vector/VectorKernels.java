package org.spikeledger.simulator.kernel.vector;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static jdk.incubator.vector.VectorOperators.GT;
import static jdk.incubator.vector.VectorOperators.NE;

import java.lang.foreign.MemorySegment;
import java.lang.invoke.MethodHandles;
import java.nio.ByteOrder;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.kernel.scalar.NeuronUpdate;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.Parameter;

/**
 * The kernels over vectors, one lane a postsynaptic neuron. {@link VectorWidths} defines this class
 * once a width, so that the species is a constant of the compiled code. No branch may choose
 * between vectors, or the compiler puts them on the heap: hence a method for each case.
 */
final class VectorKernels implements Kernels {

  private static final VectorSpecies<Float> SPECIES =
      VectorWidths.speciesOf(MethodHandles.lookup());
  private static final VectorSpecies<Integer> INTS =
      VectorSpecies.of(int.class, SPECIES.vectorShape());
  private static final IntVector FIRST_LANES = IntVector.zero(INTS).addIndex(1);
  private static final int LANES = SPECIES.length();
  private static final long VECTOR_BYTES = (long) LANES * Float.BYTES;
  private static final int TILE = 4 * LANES;
  private static final ByteOrder ORDER = ByteOrder.nativeOrder();

  @Override
  public String name() {
    return "vector" + SPECIES.vectorBitSize();
  }

  @Override
  public void gather(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset,
      int width) {
    int channel = 0;
    for (; channel + TILE <= width; channel += TILE) {
      long at = (long) channel * Float.BYTES;
      if (runs.values() == null) {
        gatherTile(runs, rows, rowBytes, at, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedTile(runs, rows, rowBytes, at, bias, biasOffset + at, currents, offset + at);
      }
    }
    for (; channel + LANES <= width; channel += LANES) {
      long at = (long) channel * Float.BYTES;
      if (runs.values() == null) {
        gatherVector(runs, rows, rowBytes, at, bias, biasOffset + at, currents, offset + at);
      } else {
        gatherGradedVector(runs, rows, rowBytes, at, bias, biasOffset + at, currents, offset + at);
      }
    }
    for (; channel < width; channel++) {
      long at = (long) channel * Float.BYTES;
      gatherTail(runs, rows, rowBytes, at, bias, biasOffset + at, currents, offset + at);
    }
  }

  private static void gatherTile(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      long column,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector c = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector d = load(bias, biasOffset + 3 * VECTOR_BYTES);
    int[] indices = runs.indices();
    for (int run = 0; run < runs.count(); run++) {
      long base = runs.rowOffset(run) * rowBytes + column;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        long row = base + indices[event] * rowBytes;
        a = a.add(load(rows, row));
        b = b.add(load(rows, row + VECTOR_BYTES));
        c = c.add(load(rows, row + 2 * VECTOR_BYTES));
        d = d.add(load(rows, row + 3 * VECTOR_BYTES));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  private static void gatherGradedTile(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      long column,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector a = load(bias, biasOffset);
    FloatVector b = load(bias, biasOffset + VECTOR_BYTES);
    FloatVector c = load(bias, biasOffset + 2 * VECTOR_BYTES);
    FloatVector d = load(bias, biasOffset + 3 * VECTOR_BYTES);
    int[] indices = runs.indices();
    float[] values = runs.values();
    for (int run = 0; run < runs.count(); run++) {
      long base = runs.rowOffset(run) * rowBytes + column;
      int end = runs.to(run);
      for (int event = runs.from(run); event < end; event++) {
        long row = base + indices[event] * rowBytes;
        FloatVector value = FloatVector.broadcast(SPECIES, values[event]);
        a = a.add(load(rows, row).mul(value));
        b = b.add(load(rows, row + VECTOR_BYTES).mul(value));
        c = c.add(load(rows, row + 2 * VECTOR_BYTES).mul(value));
        d = d.add(load(rows, row + 3 * VECTOR_BYTES).mul(value));
      }
    }
    a.intoMemorySegment(currents, offset, ORDER);
    b.intoMemorySegment(currents, offset + VECTOR_BYTES, ORDER);
    c.intoMemorySegment(currents, offset + 2 * VECTOR_BYTES, ORDER);
    d.intoMemorySegment(currents, offset + 3 * VECTOR_BYTES, ORDER);
  }

  private static void gatherVector(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      long column,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector sum = load(bias, biasOffset);
    int[] indices = runs.indices();
    for (int run = 0; run < runs.count(); run++) {
      long base = runs.rowOffset(run) * rowBytes + column;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        sum = sum.add(load(rows, base + indices[event] * rowBytes));
      }
    }
    sum.intoMemorySegment(currents, offset, ORDER);
  }

  private static void gatherGradedVector(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      long column,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    FloatVector sum = load(bias, biasOffset);
    int[] indices = runs.indices();
    float[] values = runs.values();
    for (int run = 0; run < runs.count(); run++) {
      long base = runs.rowOffset(run) * rowBytes + column;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        sum = sum.add(load(rows, base + indices[event] * rowBytes).mul(values[event]));
      }
    }
    sum.intoMemorySegment(currents, offset, ORDER);
  }

  private static void gatherTail(
      Runs runs,
      MemorySegment rows,
      long rowBytes,
      long column,
      MemorySegment bias,
      long biasOffset,
      MemorySegment currents,
      long offset) {
    float sum = bias.get(JAVA_FLOAT, biasOffset);
    int[] indices = runs.indices();
    float[] values = runs.values();
    for (int run = 0; run < runs.count(); run++) {
      long base = runs.rowOffset(run) * rowBytes + column;
      for (int event = runs.from(run); event < runs.to(run); event++) {
        float weight = rows.get(JAVA_FLOAT, base + indices[event] * rowBytes);
        sum += values == null ? weight : weight * values[event];
      }
    }
    currents.set(JAVA_FLOAT, offset, sum);
  }

  @Override
  public void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    int channel = 0;
    if (!parameters.several()) {
      channel = width - width % LANES;
      if (parameters.subtract()) {
        updateBySubtraction(parameters, potentials, currents, offset, channel, firstIndex, fired);
      } else {
        updateToValue(parameters, potentials, currents, offset, channel, firstIndex, fired);
      }
    }
    NeuronUpdate.update(
        parameters, potentials, currents, offset, channel, width, firstIndex, fired);
  }

  private static void updateBySubtraction(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = integrate(parameters, at, before, load(currents, at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector after = integrated.blend(integrated.sub(load(parameters.threshold(), at)), fires);
      store(before, after, fires, potentials, at, firstIndex + channel, fired);
    }
  }

  private static void updateToValue(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = integrate(parameters, at, before, load(currents, at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector after = integrated.blend(load(parameters.resetValue(), at), fires);
      store(before, after, fires, potentials, at, firstIndex + channel, fired);
    }
  }

  /** A leak or gain of 1 gives the same bits as none; a drift of 0 does not, for -0.0. */
  private static FloatVector integrate(
      NeuronParameters parameters, long at, FloatVector potential, FloatVector current) {
    FloatVector kept = potential.mul(load(parameters.leak(), at));
    FloatVector sum = kept.add(current.mul(load(parameters.gain(), at)));
    FloatVector drift = load(parameters.drift(), at);
    return sum.blend(sum.add(drift), drift.compare(NE, 0f));
  }

  private static void store(
      FloatVector before,
      FloatVector after,
      VectorMask<Float> fires,
      MemorySegment potentials,
      long at,
      int firstIndex,
      FiredNeurons fired) {
    after.intoMemorySegment(potentials, at, ORDER);
    IntVector indices = FIRST_LANES.add(firstIndex).compress(fires.cast(INTS));
    indices.intoArray(fired.indices(), fired.count());
    fired.addWritten(fires.trueCount());
    fired.addUpdated(after.reinterpretAsInts().compare(NE, before.reinterpretAsInts()).trueCount());
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

  private static FloatVector load(Parameter parameter, long offset) {
    return load(parameter.values(), offset & parameter.mask());
  }
}
