package org.spikeledger.models.environment;

import org.spikeledger.models.BadInputException;

/** What every environment asks of its caller. */
final class StepCheck {

  private StepCheck() {}

  /**
   * Refuses a step.
   *
   * @throws IllegalStateException where no episode is going on
   * @throws BadInputException where there is no such action
   */
  static void check(boolean running, int action, int actions) {
    if (!running) {
      throw new IllegalStateException("a step needs an episode that is going on: action=" + action);
    }
    if (action < 0 || action >= actions) {
      throw new BadInputException(
          "an action lies in 0..%d: action=%d".formatted(actions - 1, action));
    }
  }
}
