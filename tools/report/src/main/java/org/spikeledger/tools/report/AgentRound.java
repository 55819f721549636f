package org.spikeledger.tools.report;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;

/**
 * A line of an agent's metrics log.
 *
 * @param stage its name
 * @param timesteps T; 0 for the ANN
 * @param seed of the run
 * @param round from 1; 0 is the network as the stage received it
 * @param steps of the environment in the stage so far
 * @param loss mean over the round's learning steps
 * @param playReward mean over the round's episodes with exploration; null where none ended
 * @param reward of the evaluation
 * @param best mean reward of an evaluation in the stage so far
 * @param stepsPerSecond while learning
 * @param seconds for playing, learning and the evaluation
 * @param layers in the evaluation
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record AgentRound(
    String stage,
    int timesteps,
    long seed,
    int round,
    long steps,
    double loss,
    Double playReward,
    Reward reward,
    double best,
    double stepsPerSecond,
    double seconds,
    List<TrainingEpoch.Layer> layers) {

  /** Copies the list. */
  public AgentRound {
    layers = layers == null ? List.of() : List.copyOf(layers);
  }

  /**
   * What an evaluation came to.
   *
   * @param episodes how many
   * @param mean of an episode
   * @param deviation of single episodes
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Reward(int episodes, double mean, double deviation) {}
}
