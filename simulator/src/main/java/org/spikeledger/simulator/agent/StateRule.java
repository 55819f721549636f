package org.spikeledger.simulator.agent;

import org.spikeledger.models.BadInputException;

/** What an agent's network keeps from one environment step to the next. */
public enum StateRule {
  /** All of its state; an episode is one inference. */
  CARRIED("carried"),
  /** Nothing: state is zero before each environment step, which is an inference. */
  ZEROED("zeroed");

  private final String key;

  StateRule(String key) {
    this.key = key;
  }

  /** The name in networks, JSON and tables. */
  public String key() {
    return key;
  }

  /**
   * The rule of a key.
   *
   * @throws BadInputException where there is none
   */
  public static StateRule named(String key) {
    for (StateRule each : values()) {
      if (each.key.equals(key)) {
        return each;
      }
    }
    throw new BadInputException(
        "state between environment steps is carried or zeroed: stateBetweenEnvironmentSteps="
            + key);
  }
}
