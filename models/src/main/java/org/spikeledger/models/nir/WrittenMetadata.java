package org.spikeledger.models.nir;

/** How much of what NIR cannot say is written into a file's metadata. */
public enum WrittenMetadata {
  /** All of it: our reader restores the network exactly. */
  ALL,
  /**
   * All but the discrete form of populations and delays, which a reader then makes anew from NIR's
   * equations, by its own rules.
   */
  WITHOUT_RULES,
  /** Nothing: a file of NIR's own fields alone. */
  NONE
}
