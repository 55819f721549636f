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
        float value = runs.values() == null ? 1f : runs.values()[event];
        addRow(weights, block.offset() + row * block.rowBytes(), value, currents, offset, width);
      }
    }
  }

  private static void addRow(
      PackedWeights weights,
      long row,
      float value,
      MemorySegment currents,
      long offset,
      int width) {
    RowFormat format = weights.format();
    for (int i = 0; i < width; i++) {
      long at = offset + (long) i * Float.BYTES;
      float weight = format.get(weights.rows(), row, i);
      currents.set(JAVA_FLOAT, at, currents.get(JAVA_FLOAT, at) + weight * value);
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
