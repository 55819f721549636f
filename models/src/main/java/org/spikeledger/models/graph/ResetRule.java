package org.spikeledger.models.graph;

/** What firing does to the membrane potential. NIR files do not say which one is meant. */
public enum ResetRule {
  /** The potential loses threshold times the number of spikes (soft reset; the paper). */
  BY_SUBTRACTION,
  /** The potential becomes the reset value (hard reset). */
  TO_VALUE
}
