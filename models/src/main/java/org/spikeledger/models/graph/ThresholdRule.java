package org.spikeledger.models.graph;

/** How a membrane potential is compared with the threshold. Simulators differ here. */
public enum ThresholdRule {
  /** Fires when the potential is strictly above the threshold (NIR, the paper, snnTorch, Norse). */
  GREATER,
  /** Fires also when the potential equals the threshold (sinabs, NEST, SpikingJelly). */
  GREATER_OR_EQUAL
}
