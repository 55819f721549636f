package org.spikeledger.training.rl.act;

import java.util.Arrays;

/**
 * What some episodes came to.
 *
 * @param episodes how many
 * @param mean of their rewards
 * @param deviation of single episodes, with one fewer in the denominator; 0 for one episode
 * @param lowest reward
 * @param highest reward
 */
public record Rewards(int episodes, double mean, double deviation, double lowest, double highest) {

  /** Of these rewards, at least one. */
  public static Rewards of(double... rewards) {
    double mean = Arrays.stream(rewards).average().orElseThrow();
    double squares = Arrays.stream(rewards).map(r -> (r - mean) * (r - mean)).sum();
    return new Rewards(
        rewards.length,
        mean,
        rewards.length == 1 ? 0 : Math.sqrt(squares / (rewards.length - 1)),
        Arrays.stream(rewards).min().orElseThrow(),
        Arrays.stream(rewards).max().orElseThrow());
  }
}
