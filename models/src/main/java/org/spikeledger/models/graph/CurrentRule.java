package org.spikeledger.models.graph;

/** Which synaptic current the membrane sees in a timestep. Simulators differ here. */
public enum CurrentRule {
  /** The current after this timestep's events have been added (snnTorch, sinabs, Lava). */
  NEW,
  /** The current of the timestep before: an event reaches the membrane one timestep later. */
  PREVIOUS
}
