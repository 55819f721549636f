package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;

/** The part of {@link Kernels} that updates neurons, at one width. */
interface Update {

  /** As {@link Kernels#update}. */
  void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      Layout layout,
      int fromPixel,
      int toPixel,
      FiredNeurons fired);
}
