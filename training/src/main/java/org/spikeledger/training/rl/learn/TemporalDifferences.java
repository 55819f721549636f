package org.spikeledger.training.rl.learn;

import org.spikeledger.training.rl.config.QLearning;
import org.spikeledger.training.rl.replay.Windows;

/**
 * The Huber loss of action values against {@code reward + gamma * value of the next action}, a mean
 * over the transitions to be learned from. Its gradient is the error, cut at the threshold in size.
 */
final class TemporalDifferences {
  private final Windows windows;
  private final int actions;
  private final double threshold;
  private final float[] gradients;
  private double loss;

  private TemporalDifferences(Windows windows, int actions, double threshold) {
    this.threshold = threshold;
    this.windows = windows;
    this.actions = actions;
    gradients = new float[windows.size() * actions];
  }

  /**
   * Computes both.
   *
   * @param values of the learning network, transition x action
   * @param valuing the target network's values after each transition
   * @param choosing the values that choose the next action there; {@code valuing} itself, or the
   *     learning network's
   */
  static TemporalDifferences of(
      Windows windows, float[] values, float[] valuing, float[] choosing, QLearning learning) {
    TemporalDifferences all =
        new TemporalDifferences(windows, values.length / windows.size(), learning.huberThreshold());
    int learned = 0;
    for (int i = 0; i < windows.size(); i++) {
      learned += windows.isLearned(i) ? 1 : 0;
    }
    for (int i = 0; i < windows.size(); i++) {
      if (windows.isLearned(i)) {
        double next = windows.isTerminated(i) ? 0 : valuing[all.best(choosing, i)];
        all.add(
            i,
            values,
            learning.rewardScale() * windows.reward(i) + learning.gamma() * next,
            learned);
      }
    }
    return all;
  }

  private int best(float[] values, int transition) {
    int best = transition * actions;
    for (int i = best + 1; i < (transition + 1) * actions; i++) {
      best = values[i] > values[best] ? i : best;
    }
    return best;
  }

  private void add(int transition, float[] values, double target, int learned) {
    int index = transition * actions + windows.action(transition);
    double error = values[index] - target;
    double size = Math.abs(error);
    double each = size < threshold ? size * size / 2 : threshold * (size - threshold / 2);
    loss += each / learned;
    gradients[index] = (float) (Math.clamp(error, -threshold, threshold) / learned);
  }

  /** Mean over the learned transitions. */
  double loss() {
    return loss;
  }

  /** The loss's derivative by each value of the learning network. */
  float[] gradients() {
    return gradients;
  }
}
