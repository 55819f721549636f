package org.spikeledger.training.rl.run;

import java.util.SplittableRandom;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.Step;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.learn.QLearner;
import org.spikeledger.training.rl.replay.ReplayBuffer;

/** Plays, remembers and learns; what it counts on is all in its parts, which a checkpoint keeps. */
final class AgentTrainer {
  private final AgentConfiguration configuration;
  private final AgentStage stage;
  private final Environment environment;
  private final Agent agent;
  private final QLearner learner;
  private final ReplayBuffer replay;
  private final Counters counters;
  private final WholeSteps whole;
  private final float[] observation;

  AgentTrainer(
      AgentConfiguration configuration,
      AgentStage stage,
      Environment environment,
      Agent agent,
      QLearner learner,
      ReplayBuffer replay,
      Counters counters,
      WholeSteps whole) {
    this.configuration = configuration;
    this.stage = stage;
    this.environment = environment;
    this.agent = agent;
    this.learner = learner;
    this.replay = replay;
    this.counters = counters;
    this.whole = whole;
    observation = new float[environment.observationShape().size()];
  }

  boolean isDone() {
    return counters.steps() >= stage.steps();
  }

  double epsilon() {
    return stage.exploration().epsilon(counters.steps(), stage.steps());
  }

  /** Plays one episode, which the end of the stage cuts short. */
  void episode(SplittableRandom random, RoundTally tally, RunListener listener) {
    environment.reset(random.nextLong(), observation);
    counters.episode();
    replay.begin(observation);
    agent.begin();
    double reward = 0;
    Step step;
    do {
      step = whole.run(() -> step(random, tally));
      reward += step.reward();
    } while (!step.ended() && !isDone());
    if (step.ended()) {
      tally.episode(reward);
      listener.episode(counters.steps(), reward, epsilon());
    }
  }

  private Step step(SplittableRandom random, RoundTally tally) {
    // The agent looks at every observation: potentials are carried through random actions too.
    int greedy = agent.best(observation);
    int action = random.nextDouble() < epsilon() ? random.nextInt(environment.actions()) : greedy;
    Step step = environment.step(action, observation);
    replay.add(action, step, observation);
    counters.step();
    learn(random, tally);
    return step;
  }

  private void learn(SplittableRandom random, RoundTally tally) {
    long steps = counters.steps();
    if (steps < configuration.replay().learningStarts()) {
      return;
    }
    if (steps % configuration.replay().trainEvery() == 0) {
      tally.learned(learner.step(replay, random));
      agent.refresh();
    }
    if (steps % configuration.learning().targetEvery() == 0) {
      learner.updateTarget();
    }
  }
}
