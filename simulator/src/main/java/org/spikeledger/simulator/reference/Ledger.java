package org.spikeledger.simulator.reference;

import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;

/** The row of one layer at one timestep, into which single operations are booked. */
record Ledger(Counters counters, int layer, int timestep) {

  void add(Primitive primitive, long amount) {
    counters.add(layer, timestep, primitive, amount);
  }

  /** Books one synapse that an event crossed. */
  void synapse(
      boolean accumulates, boolean constant, boolean pooled, long gathered, boolean effective) {
    add(accumulates ? Primitive.ACCUMULATES : Primitive.MULTIPLY_ACCUMULATES, 1);
    if (effective) {
      add(
          accumulates ? Primitive.EFFECTIVE_ACCUMULATES : Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES,
          1);
    }
    if (constant) {
      add(Primitive.DIRECT_MULTIPLY_ACCUMULATES, 1);
    }
    if (pooled && !constant) {
      add(Primitive.EXPANDED_ACCUMULATES, gathered);
      add(Primitive.POOLED_MULTIPLY_ACCUMULATES, 1);
    }
  }
}
