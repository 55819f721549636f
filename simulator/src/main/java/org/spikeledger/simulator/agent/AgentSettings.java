package org.spikeledger.simulator.agent;

import org.spikeledger.models.BadInputException;
import org.spikeledger.simulator.kernel.KernelChoice;

/**
 * How a network is run as an agent. The kernel changes how long it takes, nothing else.
 *
 * @param timesteps T of an environment step, 1..1024
 * @param state between environment steps
 * @param kernel of the event engine
 */
public record AgentSettings(int timesteps, StateRule state, KernelChoice kernel) {

  private static final int MOST_TIMESTEPS = 1024;

  /** Checks the range. */
  public AgentSettings {
    if (timesteps < 1 || timesteps > MOST_TIMESTEPS) {
      throw new BadInputException(
          "an environment step has 1..%d timesteps: timesteps=%d"
              .formatted(MOST_TIMESTEPS, timesteps));
    }
  }

  /** What decides an episode besides network and environment, as a text for fingerprints. */
  public String encoder() {
    return "observation state=%s timestepsOfEnvironmentStep=%d".formatted(state.key(), timesteps);
  }
}
