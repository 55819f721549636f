package org.spikeledger.simulator.energy;

/** How often weights and inputs are fetched; the same for SNN and ANN. */
public enum Reuse {
  /** Every operation fetches its weight and its input. */
  NONE("none", "every operation fetches its weight and its input") {
    @Override
    double reads(double operations, double words) {
      return operations;
    }
  },
  /**
   * Every word at most once a pass: an inference of the ANN, a timestep of the SNN (its potentials
   * are kept between timesteps, its weights are not), each event once. Never more than without
   * reuse.
   */
  IDEAL(
      "ideal",
      "every weight and every input at most once a pass (the ANN's inference, the SNN's timestep),"
          + " every event once") {
    @Override
    double reads(double operations, double words) {
      return Math.min(operations, words);
    }
  };

  private final String key;
  private final String formula;

  Reuse(String key, String formula) {
    this.key = key;
    this.formula = formula;
  }

  /** The name in JSON and tables. */
  public String key() {
    return key;
  }

  /** The formula in words, for reports. */
  public String formula() {
    return formula;
  }

  /**
   * Words fetched.
   *
   * @param operations that need one
   * @param words distinct ones over all passes
   */
  abstract double reads(double operations, double words);
}
