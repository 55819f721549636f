package org.spikeledger.simulator.kernel.vector;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.Kernels;

/** The part of {@link Kernels} that adds up currents, at one width. */
interface Accumulation extends Gather {

  /** As {@link Kernels#add}. */
  void add(MemorySegment sum, MemorySegment values, long count);
}
