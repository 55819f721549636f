package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * A node with synapses: it makes its own weighted sum of arriving events, starting from its own
 * bias.
 */
public sealed interface Connection extends Node
    permits Conv2d, Conv1d, Linear, Affine, SparseLinear, Scale {

  /** The stored weights, in NIR's layout for the node's type. */
  Tensor weight();

  /** The bias a target channel or target neuron; empty means +0.0. */
  Optional<Tensor> bias();
}
