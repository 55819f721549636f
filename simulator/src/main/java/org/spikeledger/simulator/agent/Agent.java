package org.spikeledger.simulator.agent;

import org.spikeledger.simulator.run.InferenceListener;

/**
 * A network that values actions, environment step by environment step. Used by one thread: {@link
 * #begin}, then {@link #values} at least once, then {@link #finish}.
 */
public sealed interface Agent permits CarriedAgent, ZeroedAgent {

  /**
   * Begins an episode with all state zero.
   *
   * @param listener is told of every inference of the episode: of a whole episode where state is
   *     carried, else of each environment step
   */
  void begin(InferenceListener listener);

  /**
   * Runs the network for one environment step.
   *
   * @param observation in the row-major order of its shape
   * @return each action's value, valid until the next call: the sum, from +0.0, of the current that
   *     reaches its output neuron in the timesteps of this environment step
   * @throws org.spikeledger.models.BadInputException where the observation is not finite
   */
  float[] values(float[] observation);

  /** Ends the episode. */
  void finish();

  /** The action of the largest value, of equal ones the first. */
  static int best(float[] values) {
    int best = 0;
    for (int i = 1; i < values.length; i++) {
      if (values[i] > values[best]) {
        best = i;
      }
    }
    return best;
  }
}
