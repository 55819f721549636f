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
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.Parameter;
import org.spikeledger.simulator.plan.WeightBlock;

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
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    int groups = weights.groups();
    int width = groups == 1 ? (int) (block.rowBytes() / Float.BYTES) : block.channels();
    int window = 0;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      for (int group = 0; group < groups; group++, window++) {
        if (!runs.isUnchanged(window)) {
          long bias = (long) (group * weights.width() + block.firstChannel()) * Float.BYTES;
          long offset = (long) pixel * layout.stride() * Float.BYTES + bias;
          gather(runs, window, weights, block, bias, currents, offset, width);
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
  public void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      Layout layout,
      int fromPixel,
      int toPixel,
      FiredNeurons fired) {
    if (layout.stride() == layout.channels()) {
      int first = fromPixel * layout.channels();
      int width = (toPixel - fromPixel) * layout.channels();
      update(parameters, potentials, currents, (long) first * Float.BYTES, width, first, fired);
      return;
    }
    for (int pixel = fromPixel; pixel < toPixel; pixel++) {
      long offset = (long) pixel * layout.stride() * Float.BYTES;
      int first = pixel * layout.channels();
      update(parameters, potentials, currents, offset, layout.channels(), first, fired);
    }
  }

  private static void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    int vectors = parameters.several() ? 0 : width - width % LANES;
    if (parameters.uniform() && parameters.subtract()) {
      subtractUniformly(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    } else if (parameters.uniform()) {
      resetUniformly(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    } else if (parameters.subtract()) {
      subtract(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    } else {
      reset(parameters, potentials, currents, offset, vectors, firstIndex, fired);
    }
    NeuronUpdate.update(
        parameters, potentials, currents, offset, vectors, width, firstIndex, fired);
  }

  private static void subtractUniformly(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    FloatVector leak = load(parameters.leak(), 0);
    FloatVector gain = load(parameters.gain(), 0);
    FloatVector drift = load(parameters.drift(), 0);
    FloatVector bound = load(parameters.bound(), 0);
    FloatVector threshold = load(parameters.threshold(), 0);
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = before.mul(leak).add(load(currents, at).mul(gain)).add(drift);
      VectorMask<Float> fires = integrated.compare(GT, bound);
      FloatVector after = integrated.blend(integrated.sub(threshold), fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  private static void resetUniformly(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    FloatVector leak = load(parameters.leak(), 0);
    FloatVector gain = load(parameters.gain(), 0);
    FloatVector drift = load(parameters.drift(), 0);
    FloatVector bound = load(parameters.bound(), 0);
    FloatVector resetValue = load(parameters.resetValue(), 0);
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = before.mul(leak).add(load(currents, at).mul(gain)).add(drift);
      VectorMask<Float> fires = integrated.compare(GT, bound);
      FloatVector after = integrated.blend(resetValue, fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  private static void subtract(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = integrate(parameters, at, before, load(currents, at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector after = integrated.blend(integrated.sub(load(parameters.threshold(), at)), fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  private static void reset(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    int[] indices = fired.indices();
    int count = fired.count();
    int updated = 0;
    for (int channel = 0; channel < width; channel += LANES) {
      long at = offset + (long) channel * Float.BYTES;
      FloatVector before = load(potentials, at);
      FloatVector integrated = integrate(parameters, at, before, load(currents, at));
      VectorMask<Float> fires = integrated.compare(GT, load(parameters.bound(), at));
      FloatVector after = integrated.blend(load(parameters.resetValue(), at), fires);
      after.intoMemorySegment(potentials, at, ORDER);
      write(fires, firstIndex + channel, indices, count);
      count += fires.trueCount();
      updated += changed(before, after);
    }
    fired.addWritten(count, updated);
  }

  /** A leak or gain of 1, or a drift of -0.0, gives the same bits as none. */
  private static FloatVector integrate(
      NeuronParameters parameters, long at, FloatVector potential, FloatVector current) {
    FloatVector kept = potential.mul(load(parameters.leak(), at));
    FloatVector sum = kept.add(current.mul(load(parameters.gain(), at)));
    return sum.add(load(parameters.drift(), at));
  }

  private static void write(VectorMask<Float> fires, int firstIndex, int[] indices, int position) {
    FIRST_LANES.add(firstIndex).compress(fires.cast(INTS)).intoArray(indices, position);
  }

  private static int changed(FloatVector before, FloatVector after) {
    return after.reinterpretAsInts().compare(NE, before.reinterpretAsInts()).trueCount();
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
