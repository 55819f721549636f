package org.spikeledger.training.rl.compare;

import java.util.SplittableRandom;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.rl.act.Agents;
import org.spikeledger.training.rl.act.Play;
import org.spikeledger.training.rl.act.Rewards;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.run.AgentMetrics;
import org.spikeledger.training.rl.run.AgentStages;
import org.spikeledger.training.rl.run.RoundMetrics;
import org.spikeledger.training.stages.RandomStreams;

/** Measures a finished training on fresh episodes, the same for all trainings. */
final class SeedMeasurement {
  private static final long FRESH = 20_261;

  private final AgentConfiguration configuration;
  private final int episodes;

  SeedMeasurement(AgentConfiguration configuration, int episodes) {
    this.configuration = configuration;
    this.episodes = episodes;
  }

  SeedResult result() {
    AgentStage stage = configuration.stages().getLast();
    RoundMetrics last = AgentMetrics.read(configuration).rounds().getLast();
    try (Environment environment =
        EnvironmentSpecification.parse(configuration.environment()).open()) {
      AgentStages stages = new AgentStages(configuration, environment.observationShape());
      return new SeedResult(
          configuration.name(),
          configuration.environment(),
          network(stage),
          configuration.seed(),
          last.steps(),
          last.best(),
          rewards(stages.best(stage), stage, environment),
          rewards(stages.last(stage), stage, environment));
    }
  }

  private static String network(AgentStage stage) {
    return stage.isAnn()
        ? "ANN"
        : "SNN T = %d, %s".formatted(stage.timesteps(), stage.membranes().key());
  }

  private Rewards rewards(Trainable network, AgentStage stage, Environment environment) {
    var agent =
        Agents.of(
            network,
            environment.observationShape(),
            stage.carries(),
            configuration.observationScale());
    SplittableRandom random = RandomStreams.of(FRESH, RandomStreams.EVALUATION, 1);
    double[] rewards = new double[episodes];
    for (int i = 0; i < episodes; i++) {
      rewards[i] = Play.episode(agent, environment, random.nextLong());
    }
    return Rewards.of(rewards);
  }
}
