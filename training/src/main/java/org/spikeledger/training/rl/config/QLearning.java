package org.spikeledger.training.rl.config;

import org.spikeledger.training.config.Rules;

/**
 * The target of action values (Mnih et al. 2015).
 *
 * @param gamma discount of a reward a step later, 0..1
 * @param targetEvery environment steps after which the target network becomes the learning one
 * @param doubleDqn whether the learning network chooses the next action that the target network
 *     values (van Hasselt et al. 2016)
 * @param rewardScale multiplies rewards, and so all action values, while learning
 * @param huberThreshold size of an error up to which the loss is its square, and beyond which it
 *     grows in a straight line: there an action's value goes to the median of its targets, not to
 *     their mean
 */
public record QLearning(
    double gamma, int targetEvery, boolean doubleDqn, double rewardScale, double huberThreshold) {

  /** Refuses values out of range. */
  public QLearning {
    Rules.require(gamma >= 0 && gamma <= 1, "it lies in 0..1", "learning.gamma", gamma);
    Rules.require(targetEvery > 0, "it is positive", "learning.targetEvery", targetEvery);
    Rules.require(rewardScale > 0, "it is positive", "learning.rewardScale", rewardScale);
    Rules.require(huberThreshold > 0, "it is positive", "learning.huberThreshold", huberThreshold);
  }
}
