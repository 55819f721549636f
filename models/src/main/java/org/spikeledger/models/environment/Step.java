package org.spikeledger.models.environment;

/**
 * What an environment answers to an action.
 *
 * @param reward of this step
 * @param terminated whether the task itself ended here: no reward can follow
 * @param truncated whether the episode was cut here, by a limit of steps, though the task goes on
 */
public record Step(double reward, boolean terminated, boolean truncated) {

  /** Whether the episode is over. */
  public boolean ended() {
    return terminated || truncated;
  }
}
