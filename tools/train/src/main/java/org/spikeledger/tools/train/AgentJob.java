package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.training.rl.AgentTraining;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.publish.AgentCard;

/** An agent for an environment. */
record AgentJob(AgentConfiguration configuration, PageDrawing page) implements TrainingJob {

  @Override
  public Answer time(int steps) {
    AgentEstimate estimate =
        AgentEstimate.of(configuration, AgentTraining.time(configuration, steps));
    return Answer.done(estimate, estimate.text());
  }

  @Override
  public Answer train(Path publish, int compared) {
    AgentTraining.train(configuration, new AgentBar(configuration, page));
    List<AgentCard> networks =
        publish == null ? List.of() : AgentTraining.publish(configuration, publish, compared);
    TrainedAgent trained = TrainedAgent.of(configuration, networks);
    return Answer.done(trained, trained.text());
  }
}
