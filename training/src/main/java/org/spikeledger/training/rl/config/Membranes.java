package org.spikeledger.training.rl.config;

import java.util.Locale;

/** What becomes of membrane potentials between two steps of an environment. */
public enum Membranes {
  /** Every observation is an inference of its own. */
  ZEROED,
  /** An episode is one inference; potentials are zero at its start. */
  CARRIED;

  /** In lower case, as provenance and cards say it. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
