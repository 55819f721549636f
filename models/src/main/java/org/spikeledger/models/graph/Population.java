package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A population of units that keep a membrane potential, in discrete form. In each timestep, in
 * float32, each operation rounded once, I being what arrives:
 *
 * <pre>{@code
 * J = synapse.leak * J + synapse.gain * I      only with a synapse; gain 1 skips its operation
 * U = leak * U + gain * I + drift              I is J or the J before, see CurrentRule
 *                                              gain 1 and drift 0 skip their operation
 * }</pre>
 *
 * <p>Each parameter is a scalar or has the layer's shape, in NIR's order. J and U are zero at the
 * start of an inference.
 */
public sealed interface Population extends Node permits Neuron, Integrator {

  /** What is kept of the membrane potential from one timestep to the next; 0..1. */
  Tensor leak();

  /** How the kept potential is rounded. */
  default LeakRounding leakRounding() {
    return LeakRounding.FLOAT32;
  }

  /** What the input current is multiplied with; finite. */
  Tensor gain();

  /** What is added in each timestep whatever arrives; finite. */
  Tensor drift();

  /** The synaptic current between what arrives and the membrane; empty where there is none. */
  default Optional<Synapse> synapse() {
    return Optional.empty();
  }
}
