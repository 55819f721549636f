package org.spikeledger.training.rl.act;

import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.Step;

/** Plays whole episodes, always with the action of the largest value. */
public final class Play {
  private Play() {}

  /** The sum of an episode's rewards. */
  public static double episode(Agent agent, Environment environment, long seed) {
    float[] observation = new float[environment.observationShape().size()];
    environment.reset(seed, observation);
    agent.begin();
    double reward = 0;
    Step step;
    do {
      step = environment.step(agent.best(observation), observation);
      reward += step.reward();
    } while (!step.ended());
    return reward;
  }
}
