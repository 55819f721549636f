package org.spikeledger.models.nir.check;

/** How much a finding weighs. */
public enum Severity {
  /** The network cannot be run, or not as the file says. */
  ERROR,
  /** It can be run, and its user should know this. */
  WARNING,
  /** A fact about the network. */
  NOTE
}
