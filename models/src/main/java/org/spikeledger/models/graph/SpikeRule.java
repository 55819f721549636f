package org.spikeledger.models.graph;

/** How many spikes one neuron can give in one timestep. */
public enum SpikeRule {
  /** One spike of value 1. */
  SINGLE,
  /** floor(potential / threshold) spikes, sent as one graded event of that value (sinabs). */
  MULTIPLE
}
