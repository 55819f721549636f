package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;

/**
 * Which neurons events reached in one timestep: over any synapse, and over one whose weight is not
 * zero. Where no weight is zero both are the same bits.
 *
 * @param any reached
 * @param effective reached over a synapse of non-zero weight
 */
record Touched(NeuronBits any, NeuronBits effective) {

  static Touched of(Layout layout, boolean someWeightIsZero) {
    NeuronBits any = new NeuronBits(layout);
    return new Touched(any, someWeightIsZero ? new NeuronBits(layout) : any);
  }

  boolean same() {
    return any == effective;
  }

  void clear() {
    any.clear();
    effective.clear();
  }
}
