package org.spikeledger.models.graph;

/**
 * What is known about a node's values before anything runs. It decides whether a synaptic operation
 * is an accumulate (the event is always 1) or a multiply-accumulate.
 */
public enum ValueKind {
  /** 0 or 1. */
  BINARY,
  /** Spikes with a value: pooled, summed, several in one timestep, signed. */
  GRADED,
  /** Real numbers: a directly encoded input, the current of a connection. */
  ANALOG
}
