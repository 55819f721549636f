package org.spikeledger.simulator.run;

/** Which simulator runs the inferences. Both give the same digests. */
public enum EngineChoice {
  /** The fast event-driven engine. */
  EVENT("event"),
  /** The plain spike-by-spike reference. */
  REFERENCE("reference");

  private final String key;

  EngineChoice(String key) {
    this.key = key;
  }

  /** The name on the command line and in JSON. */
  public String key() {
    return key;
  }
}
