package org.spikeledger.simulator.energy;

import org.spikeledger.models.BadInputException;

/** How often the multiply-accumulates of a directly encoded layer are charged. */
public enum FirstLayer {
  /**
   * Once an inference: the image is the same at every timestep, so its current is computed once and
   * kept. The paper's figures for Pong fit this and not the other.
   */
  ONCE("once", "MAC_1 multiply-accumulates an inference; the current is kept over the timesteps") {
    @Override
    int passes(int timesteps) {
      return 1;
    }
  },
  /** At every timestep anew. */
  EVERY_TIMESTEP("everyTimestep", "T * MAC_1 multiply-accumulates an inference") {
    @Override
    int passes(int timesteps) {
      return timesteps;
    }
  };

  private final String key;
  private final String formula;

  FirstLayer(String key, String formula) {
    this.key = key;
    this.formula = formula;
  }

  /**
   * The rule of a key.
   *
   * @throws BadInputException where there is none
   */
  public static FirstLayer named(String key) {
    for (FirstLayer each : values()) {
      if (each.key.equals(key)) {
        return each;
      }
    }
    throw new BadInputException(
        "a first layer is charged once or everyTimestep: firstLayer=" + key);
  }

  /** The name in JSON and tables. */
  public String key() {
    return key;
  }

  /** The formula in words, for reports. */
  public String formula() {
    return formula;
  }

  abstract int passes(int timesteps);
}
