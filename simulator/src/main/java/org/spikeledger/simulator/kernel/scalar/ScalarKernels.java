package org.spikeledger.simulator.kernel.scalar;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.RowFormat;
import org.spikeledger.simulator.plan.WeightBlock;

/** The kernels as plain loops over single neurons. */
public final class ScalarKernels implements Kernels {

  @Override
  public String name() {
    return "scalar";
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    int groups = weights.groups();
    for (int window = 0; window < runs.windows(); window++) {
      if (!runs.isUnchanged(window)) {
        int channel = window % groups * weights.width() + block.firstChannel();
        long offset = ((long) window / groups * layout.stride() + channel) * Float.BYTES;
        gather(runs, window, weights, block, (long) channel * Float.BYTES, currents, offset);
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
      long offset) {
    int width = block.channels();
    MemorySegment.copy(weights.bias(), biasOffset, currents, offset, (long) width * Float.BYTES);
    for (int run = runs.firstRun(window); run < runs.firstRun(window + 1); run++) {
      for (int event = runs.from(run); event < runs.to(run); event++) {
        long row = runs.indices()[event] + (long) runs.rowOffset(run);
        long at = block.offset() + row * block.rowBytes();
        if (weights.format() == RowFormat.INT8) {
          addBytes(weights.rows(), at, currents, offset, width);
        } else if (runs.values() == null) {
          addRow(weights.rows(), at, currents, offset, width);
        } else {
          addRow(weights.rows(), at, runs.values()[event], currents, offset, width);
        }
      }
    }
  }

  private static void addRow(
      MemorySegment rows, long row, MemorySegment currents, long offset, int width) {
    for (int i = 0; i < width; i++) {
      long at = (long) i * Float.BYTES;
      float sum = currents.get(JAVA_FLOAT, offset + at) + rows.get(JAVA_FLOAT, row + at);
      currents.set(JAVA_FLOAT, offset + at, sum);
    }
  }

  private static void addRow(
      MemorySegment rows, long row, float value, MemorySegment currents, long offset, int width) {
    for (int i = 0; i < width; i++) {
      long at = (long) i * Float.BYTES;
      float product = rows.get(JAVA_FLOAT, row + at) * value;
      currents.set(JAVA_FLOAT, offset + at, currents.get(JAVA_FLOAT, offset + at) + product);
    }
  }

  private static void addBytes(
      MemorySegment rows, long row, MemorySegment currents, long offset, int width) {
    for (int i = 0; i < width; i++) {
      long at = offset + (long) i * Float.BYTES;
      float weight = RowFormat.INT8.get(rows, row, i);
      currents.set(JAVA_FLOAT, at, currents.get(JAVA_FLOAT, at) + weight);
    }
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
    int channels = layout.channels();
    for (int pixel = fromPixel; pixel < toPixel; pixel++) {
      long offset = (long) pixel * layout.stride() * Float.BYTES;
      NeuronUpdate.update(
          parameters, potentials, currents, offset, 0, channels, pixel * channels, fired);
    }
  }

  @Override
  public void add(MemorySegment sum, MemorySegment values, long count) {
    for (long i = 0; i < count; i++) {
      sum.setAtIndex(
          JAVA_FLOAT, i, sum.getAtIndex(JAVA_FLOAT, i) + values.getAtIndex(JAVA_FLOAT, i));
    }
  }
}
