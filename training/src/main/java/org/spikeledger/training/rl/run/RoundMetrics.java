package org.spikeledger.training.rl.run;

import java.util.List;
import org.spikeledger.training.layers.LayerActivity;
import org.spikeledger.training.rl.act.Rewards;

/**
 * A line of an agent's metrics log: one round, from a measurement to the next.
 *
 * @param stage its name
 * @param timesteps T; 0 for the ANN
 * @param seed of the run
 * @param round from 1; 0 is the network as the stage received it
 * @param steps of the environment in the stage so far
 * @param episodes begun in the stage so far
 * @param epsilon at the end of the round
 * @param loss mean Huber loss of the round's learning steps; 0 where there were none
 * @param playReward mean over the round's episodes, exploration included; null where none ended
 * @param reward of the evaluation after the round
 * @param best mean reward of an evaluation in the stage so far
 * @param stepsPerSecond of the environment while learning
 * @param seconds for playing, learning and the evaluation
 * @param layers in the evaluation; empty for the ANN
 */
public record RoundMetrics(
    String stage,
    int timesteps,
    long seed,
    int round,
    long steps,
    long episodes,
    double epsilon,
    double loss,
    Double playReward,
    Rewards reward,
    double best,
    double stepsPerSecond,
    double seconds,
    List<LayerActivity> layers) {

  /** Copies the list. */
  public RoundMetrics {
    layers = List.copyOf(layers);
  }
}
