package org.spikeledger.training.rl.run;

import java.util.SplittableRandom;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Play;
import org.spikeledger.training.rl.act.Rewards;
import org.spikeledger.training.stages.RandomStreams;

/** Measures an agent over episodes that begin alike each time. */
final class Evaluation {
  private final Environment environment;
  private final long seed;
  private final int episodes;
  private final WholeSteps whole;

  /**
   * An evaluation.
   *
   * @param environment of its own: an episode that is going on in it ends
   * @param seed from which the episodes' seeds are drawn
   */
  Evaluation(Environment environment, long seed, int episodes, WholeSteps whole) {
    this.environment = environment;
    this.seed = seed;
    this.episodes = episodes;
    this.whole = whole;
  }

  Rewards of(Agent agent) {
    SplittableRandom random = RandomStreams.of(seed, RandomStreams.EVALUATION, 0);
    double[] rewards = new double[episodes];
    for (int i = 0; i < episodes; i++) {
      rewards[i] = whole.run(() -> Play.episode(agent, environment, random.nextLong()));
    }
    return Rewards.of(rewards);
  }
}
