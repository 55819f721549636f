package org.spikeledger.models.graph;

/**
 * A population of spiking neurons, in discrete form. In each timestep, in float32, each operation
 * rounded once:
 *
 * <pre>{@code
 * U = leak * U + gain * I + drift        gain 1 and drift 0 skip their operation
 * s = spike rule (U, threshold)
 * U = reset rule (U, s)
 * }</pre>
 *
 * <p>Each parameter is a scalar or has the layer's shape, in NIR's order.
 */
public sealed interface Neuron extends Node permits IF, LIF {

  /** What is kept of the membrane potential from one timestep to the next; finite. */
  Tensor leak();

  /** What the input current is multiplied with; finite. */
  Tensor gain();

  /** What is added in each timestep whatever arrives; finite. */
  Tensor drift();

  /** Threshold, spike and reset. */
  Firing firing();
}
