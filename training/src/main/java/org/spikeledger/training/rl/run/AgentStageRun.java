package org.spikeledger.training.rl.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Position;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.rl.act.Agent;
import org.spikeledger.training.rl.act.Rewards;
import org.spikeledger.training.rl.config.AgentConfigurations;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.learn.QLearner;
import org.spikeledger.training.rl.replay.ReplayBuffer;
import org.spikeledger.training.stages.RandomStreams;

/**
 * One stage of a run. A round ends with an episode; then the agent is measured, a line logged and a
 * checkpoint written. At the end the network of the best evaluation is what the stage leaves.
 */
final class AgentStageRun {
  private final AgentRunParts parts;
  private final int index;
  private final AgentStage stage;
  private final Trainable network;
  private final Trainable best;
  private final QLearner learner;
  private final ReplayBuffer replay;
  private final Counters counters = new Counters();
  private final Agent agent;
  private final AgentTrainer trainer;
  private int rounds;

  AgentStageRun(AgentRunParts parts, int index, Trainable network) {
    this.parts = parts;
    this.index = index;
    this.network = network;
    stage = parts.configuration().stages().get(index);
    best = parts.networks().initial(index);
    Trainable target = parts.networks().initial(index);
    learner =
        new QLearner(
            parts.configuration(), stage, network, target, parts.environment().observationShape());
    replay =
        new ReplayBuffer(
            parts.configuration().replay().capacity(),
            parts.environment().observationShape().size(),
            parts.configuration().replay().bytes());
    agent = parts.agent(network, stage);
    trainer =
        new AgentTrainer(
            parts.configuration(),
            stage,
            parts.environment(),
            agent,
            learner,
            replay,
            counters,
            parts.whole());
  }

  /** Starts in the middle of the stage. */
  void resume(CheckpointFile checkpoint, int done) {
    checkpoint.readNetwork(state());
    checkpoint.readOptimiser(learner.optimiser());
    agent.refresh();
    rounds = done;
  }

  /**
   * Runs the rounds that are left.
   *
   * @return the network of the best evaluation
   */
  Trainable run() {
    parts.listener().stage(stage);
    boolean reached = counters.best() >= stage.targetReward();
    if (rounds == 0) {
      reached = measure(new RoundTally(), 0);
    }
    while (!reached && !trainer.isDone()) {
      long before = counters.steps();
      RoundTally tally = new RoundTally();
      SplittableRandom random = RandomStreams.of(parts.configuration().seed(), index, rounds);
      long end = before + parts.configuration().evaluation().everySteps();
      while (counters.steps() < end && !trainer.isDone()) {
        trainer.episode(random, tally, parts.listener());
      }
      rounds++;
      reached = measure(tally, counters.steps() - before);
      parts.checkpoints().write(position(), state(), learner.optimiser());
    }
    AgentStages.file(parts.configuration(), stage)
        .write(position(), AgentStages.state(best, network), learner.optimiser());
    return best;
  }

  private Position position() {
    return new Position(index, rounds, AgentConfigurations.digest(parts.configuration(), index));
  }

  private Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>(replay.state());
    state.put("counters", counters.content());
    network.state().forEach((name, tensor) -> state.put("network_" + name, tensor));
    learner.target().state().forEach((name, tensor) -> state.put("target_" + name, tensor));
    best.state().forEach((name, tensor) -> state.put("best_" + name, tensor));
    return state;
  }

  /** Measures and logs; whether the stage's target is reached. */
  private boolean measure(RoundTally tally, long steps) {
    double playing = tally.seconds();
    agent.activity();
    Rewards rewards = parts.evaluation().of(agent);
    if (rewards.mean() > counters.best()) {
      counters.best(rewards.mean());
      QLearner.copy(network.state(), best.state());
    }
    RoundMetrics metrics =
        new RoundMetrics(
            stage.name(),
            stage.timesteps(),
            parts.configuration().seed(),
            rounds,
            counters.steps(),
            counters.episodes(),
            trainer.epsilon(),
            tally.loss(),
            tally.reward(),
            rewards,
            counters.best(),
            steps / playing,
            tally.seconds(),
            agent.activity());
    parts.metrics().append(metrics);
    parts.listener().round(metrics);
    return rewards.mean() >= stage.targetReward();
  }
}
