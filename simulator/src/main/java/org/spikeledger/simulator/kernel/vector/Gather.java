package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/** The part of {@link Kernels} that adds up rows of one kind, at one width. */
interface Gather {

  /** As {@link Kernels#gather}. */
  void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout);
}
