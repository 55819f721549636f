package org.spikeledger.training.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The walk through time over blocks of neurons, some neurons side by side from the first timestep
 * to the last.
 *
 * @param kernel whose neurons they are
 * @param currents that come in
 * @param potentials filled, before the spike test
 * @param spikes filled, 0 or 1
 */
record BlockFiring(
    SpikingKernel kernel, MemorySegment currents, MemorySegment potentials, MemorySegment spikes) {

  /** Fills a block's potentials and spikes; returns how many spikes there are. */
  long run(int block) {
    long count = 0;
    int end = kernel.end(block);
    for (int i = kernel.start(block); i < end; i += SpikingKernel.LANES.length()) {
      count += fire(i, end);
    }
    return count;
  }

  private long fire(int first, int end) {
    float threshold = kernel.threshold();
    VectorMask<Float> inside = SpikingKernel.LANES.indexInRange(first, end);
    FloatVector membrane = FloatVector.zero(SpikingKernel.LANES);
    long count = 0;
    for (int t = 0; t < kernel.timesteps(); t++) {
      FloatVector current =
          FloatVector.fromMemorySegment(
              SpikingKernel.LANES,
              currents,
              kernel.offset(t / kernel.repeats(), first),
              SpikingKernel.ORDER,
              inside);
      FloatVector potential = membrane.mul(kernel.leak()).add(current);
      VectorMask<Float> spike = potential.compare(VectorOperators.GT, threshold, inside);
      long at = kernel.offset(t, first);
      potential.intoMemorySegment(potentials, at, SpikingKernel.ORDER, inside);
      FloatVector.zero(SpikingKernel.LANES)
          .blend(1, spike)
          .intoMemorySegment(spikes, at, SpikingKernel.ORDER, inside);
      membrane = potential.sub(threshold, spike);
      count += spike.trueCount();
    }
    return count;
  }
}
