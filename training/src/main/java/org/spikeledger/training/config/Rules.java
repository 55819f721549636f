package org.spikeledger.training.config;

import org.spikeledger.models.BadInputException;

/** Refuses a configuration by the rule it breaks. */
final class Rules {
  private Rules() {}

  static void require(boolean holds, String rule, String field, Object value) {
    if (!holds) {
      throw new BadInputException("training configuration: " + rule + ": " + field + "=" + value);
    }
  }
}
