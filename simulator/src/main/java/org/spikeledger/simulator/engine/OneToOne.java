package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.plan.Source;

/** Books the events of an edge without weights: each crosses one synapse of weight 1. */
final class OneToOne {

  private OneToOne() {}

  static void book(
      Counters counters, int layer, int timestep, Source source, long events, long gathered) {
    counters.add(layer, timestep, Primitive.EVENTS_IN, events);
    if (source.binary()) {
      counters.add(layer, timestep, Primitive.ACCUMULATES, events);
      counters.add(layer, timestep, Primitive.EFFECTIVE_ACCUMULATES, events);
    } else {
      counters.add(layer, timestep, Primitive.MULTIPLY_ACCUMULATES, events);
      counters.add(layer, timestep, Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES, events);
    }
    if (source.constant()) {
      counters.add(layer, timestep, Primitive.DIRECT_MULTIPLY_ACCUMULATES, events);
    } else {
      counters.add(layer, timestep, Primitive.BORDERLESS_FAN_OUT, events);
    }
    if (source.pooled() && !source.constant()) {
      counters.add(layer, timestep, Primitive.POOLED_MULTIPLY_ACCUMULATES, events);
      counters.add(layer, timestep, Primitive.EXPANDED_ACCUMULATES, gathered);
    }
  }
}
