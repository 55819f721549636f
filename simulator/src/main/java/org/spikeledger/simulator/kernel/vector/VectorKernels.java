package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * The kernels over vectors of one width.
 *
 * @param bits of a vector
 * @param accumulation of rows of float32 at that width
 * @param wholeRows of float32 at that width
 * @param bfloat16Accumulation of rows of bfloat16 at that width
 * @param wholeBfloat16Rows at that width
 * @param byteAccumulation of rows of bytes at that width
 * @param wholeByteRows at that width
 * @param neurons at that width
 */
record VectorKernels(
    int bits,
    Accumulation accumulation,
    Gather wholeRows,
    Gather bfloat16Accumulation,
    Gather wholeBfloat16Rows,
    Gather byteAccumulation,
    Gather wholeByteRows,
    Update neurons)
    implements Kernels {

  @Override
  public String name() {
    return "vector" + bits;
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    gather(weights).gather(runs, weights, block, currents, layout);
  }

  private Gather gather(PackedWeights weights) {
    return switch (weights.format()) {
      case FLOAT32 -> weights.wholeRows() ? wholeRows : accumulation;
      case BFLOAT16 -> weights.wholeRows() ? wholeBfloat16Rows : bfloat16Accumulation;
      case INT8 -> weights.wholeRows() ? wholeByteRows : byteAccumulation;
    };
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
    neurons.update(parameters, potentials, currents, layout, fromPixel, toPixel, fired);
  }

  @Override
  public void add(MemorySegment sum, MemorySegment values, long count) {
    accumulation.add(sum, values, count);
  }
}
