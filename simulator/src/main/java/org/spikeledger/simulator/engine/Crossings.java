package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;

/**
 * Books what events do at one connection, or at an edge without weights.
 *
 * @param layer in whose row
 * @param binary whether every event is statically 1
 * @param constant whether the events are a directly encoded input's
 * @param pooled whether a pool made the events
 */
record Crossings(int layer, boolean binary, boolean constant, boolean pooled) {

  /**
   * Books what the events of one timestep did.
   *
   * @param events that arrived
   * @param synapses crossed
   * @param effective crossed synapses whose weight is not zero
   * @param borderless synapses that would have been crossed without borders and stride
   * @param expanded synapses, each times the events that a pool gathered into the one that crossed
   */
  void book(
      Counters counters,
      int timestep,
      long events,
      long synapses,
      long effective,
      long borderless,
      long expanded) {
    counters.add(layer, timestep, Primitive.EVENTS_IN, events);
    if (binary) {
      counters.add(layer, timestep, Primitive.ACCUMULATES, synapses);
      counters.add(layer, timestep, Primitive.EFFECTIVE_ACCUMULATES, effective);
    } else {
      counters.add(layer, timestep, Primitive.MULTIPLY_ACCUMULATES, synapses);
      counters.add(layer, timestep, Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES, effective);
    }
    if (constant) {
      counters.add(layer, timestep, Primitive.DIRECT_MULTIPLY_ACCUMULATES, synapses);
      return;
    }
    counters.add(layer, timestep, Primitive.BORDERLESS_FAN_OUT, borderless);
    if (pooled) {
      counters.add(layer, timestep, Primitive.POOLED_MULTIPLY_ACCUMULATES, synapses);
      counters.add(layer, timestep, Primitive.EXPANDED_ACCUMULATES, expanded);
    }
  }
}
