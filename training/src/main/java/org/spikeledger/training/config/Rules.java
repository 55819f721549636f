package org.spikeledger.training.config;

import org.spikeledger.models.BadInputException;

/** Refuses a configuration by the rule it breaks. */
public final class Rules {
  private static final String NAME = "[A-Za-z0-9-]+";

  private Rules() {}

  /** Refuses a name that could not stand in the name of a file. */
  public static void requireName(String name) {
    require(name.matches(NAME), "it has letters, digits, hyphens", "name", name);
  }

  /** Refuses what no stage can be, whatever it trains. */
  public static void requireStage(
      String name, int timesteps, String from, boolean export, double spikePenalty) {
    requireName(name);
    require(!name.equals(ChainedStage.RANDOM), "random names no stage", "name", name);
    require(timesteps >= 0 && timesteps <= 64, "it lies in 0..64", "timesteps", timesteps);
    boolean spiking = timesteps > 0;
    require(
        spiking || !from.endsWith(ChainedStage.FILE_ENDING), "a file holds no ANN", "from", from);
    require(spiking || !export, "only a spiking network is exported", "export", export);
    require(
        spikePenalty == 0 || (spikePenalty > 0 && spiking),
        "it is positive, and only of an SNN",
        "spikePenalty",
        spikePenalty);
  }

  /**
   * Refuses where a rule does not hold.
   *
   * @throws BadInputException with the rule, the field and its value
   */
  public static void require(boolean holds, String rule, String field, Object value) {
    if (!holds) {
      throw new BadInputException("training configuration: " + rule + ": " + field + "=" + value);
    }
  }
}
