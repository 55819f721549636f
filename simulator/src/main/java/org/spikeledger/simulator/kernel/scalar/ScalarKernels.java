package org.spikeledger.simulator.kernel.scalar;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.NeuronParameters;

/** The kernels as plain loops over single neurons. */
public final class ScalarKernels implements Kernels {

  @Override
  public String name() {
    return "scalar";
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
    MemorySegment.copy(bias, biasOffset, currents, offset, (long) width * Float.BYTES);
    for (int run = 0; run < runs.count(); run++) {
      for (int event = runs.from(run); event < runs.to(run); event++) {
        long row = (runs.indices()[event] + (long) runs.rowOffset(run)) * rowBytes;
        if (runs.values() == null) {
          addRow(rows, row, currents, offset, width);
        } else {
          addRow(rows, row, runs.values()[event], currents, offset, width);
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

  @Override
  public void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      long offset,
      int width,
      int firstIndex,
      FiredNeurons fired) {
    NeuronUpdate.update(parameters, potentials, currents, offset, 0, width, firstIndex, fired);
  }

  @Override
  public void add(MemorySegment sum, MemorySegment values, long count) {
    for (long i = 0; i < count; i++) {
      sum.setAtIndex(
          JAVA_FLOAT, i, sum.getAtIndex(JAVA_FLOAT, i) + values.getAtIndex(JAVA_FLOAT, i));
    }
  }
}
