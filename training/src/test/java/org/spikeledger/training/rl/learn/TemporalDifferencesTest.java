package org.spikeledger.training.rl.learn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.environment.Step;
import org.spikeledger.training.libtorch.WithLibtorch;
import org.spikeledger.training.rl.config.QLearning;
import org.spikeledger.training.rl.replay.ReplayBuffer;
import org.spikeledger.training.rl.replay.Windows;

@WithLibtorch
class TemporalDifferencesTest {

  private static Windows one(double reward, boolean terminated) {
    ReplayBuffer buffer = new ReplayBuffer(2, 1, false);
    buffer.begin(new float[] {0});
    buffer.add(1, new Step(reward, terminated, false), new float[] {0});
    return buffer.sample(new SplittableRandom(1), 1, 1, 0);
  }

  private static TemporalDifferences of(
      Windows windows, double gamma, double threshold, float[] choosing) {
    return TemporalDifferences.of(
        windows,
        new float[] {7, 2},
        new float[] {4, 3},
        choosing,
        new QLearning(gamma, 1, false, 1, threshold));
  }

  @Test
  void theTargetIsTheRewardAndTheDiscountedNextValue() {
    TemporalDifferences differences = of(one(1, false), 0.5, 100, new float[] {4, 3});
    assertEquals(0.5, differences.loss());
    assertArrayEquals(new float[] {0, -1}, differences.gradients());
  }

  @Test
  void anotherNetworkMayChooseTheNextAction() {
    TemporalDifferences differences = of(one(1, false), 0.5, 100, new float[] {0, 1});
    assertArrayEquals(new float[] {0, -0.5f}, differences.gradients());
  }

  @Test
  void nothingFollowsATerminatedEpisode() {
    TemporalDifferences differences = of(one(5, true), 0.5, 100, new float[] {4, 3});
    assertArrayEquals(new float[] {0, -3}, differences.gradients());
  }

  @Test
  void largeErrorsCountInAStraightLine() {
    TemporalDifferences differences = of(one(5, true), 0.5, 1, new float[] {4, 3});
    assertEquals(2.5, differences.loss());
    assertArrayEquals(new float[] {0, -1}, differences.gradients());
  }
}
