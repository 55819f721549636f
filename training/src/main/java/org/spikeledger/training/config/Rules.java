package org.spikeledger.training.config;

import org.spikeledger.models.BadInputException;

/** Refuses a configuration by the rule it breaks. */
public final class Rules {
  private Rules() {}

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
