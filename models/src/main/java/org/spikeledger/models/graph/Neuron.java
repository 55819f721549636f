package org.spikeledger.models.graph;

/**
 * A population of spiking neurons: after the update of the membrane potential U, in each timestep,
 *
 * <pre>{@code
 * s = spike rule (U, threshold)
 * U = reset rule (U, s)
 * }</pre>
 */
public sealed interface Neuron extends Population permits IF, LIF, CubaLIF, Threshold {

  /** Threshold, spike and reset. */
  Firing firing();
}
