package org.spikeledger.training.rl.run;

import java.util.Optional;
import java.util.function.Supplier;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.checkpoint.Position;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.progress.MetricsLog;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentConfigurations;

/**
 * The whole training of an agent. Keeps two checkpoints (one after every round), {@code STAGE.pt}
 * (after every stage) and {@code metrics.jsonl} in the output folder, and goes on from the
 * checkpoint that it finds there. Several may run side by side, each in a thread and a folder of
 * its own.
 */
public final class AgentRun {
  private final AgentConfiguration configuration;
  private final Supplier<Environment> environments;
  private final RunListener listener;
  private final RunFolder folder;

  /**
   * Prepares a run; libtorch must be loaded.
   *
   * @param environments makes new ones
   * @throws BadInputException where the output folder cannot be made
   */
  public AgentRun(
      AgentConfiguration configuration, Supplier<Environment> environments, RunListener listener) {
    this.configuration = configuration;
    this.environments = environments;
    this.listener = listener;
    folder = RunFolder.make(configuration.output());
  }

  /**
   * Trains from where the checkpoint stands to the end.
   *
   * @return the last stage's network
   * @throws BadInputException where the checkpoint is of another configuration or damaged, the
   *     network does not fit the environment, and where something cannot be written
   */
  public Trainable run() {
    try (Environment playing = environments.get();
        Environment measuring = environments.get();
        WholeSteps whole = new WholeSteps()) {
      checkActions(playing);
      Checkpoints checkpoints = folder.checkpoints();
      AgentRunParts parts =
          new AgentRunParts(
              configuration,
              playing,
              new AgentNetworks(configuration, playing.observationShape()),
              new Evaluation(
                  measuring, configuration.seed(), configuration.evaluation().episodes(), whole),
              checkpoints,
              new MetricsLog(folder.metrics()),
              listener,
              whole);
      Optional<CheckpointFile> checkpoint = checkpoints.newest(System.err::println);
      Position start =
          folder.start(
              checkpoint,
              configuration.stages().size(),
              stage -> AgentConfigurations.digest(configuration, stage));
      AgentConfigurations.write(configuration, folder.configuration());
      return run(parts, checkpoint, start);
    }
  }

  private Trainable run(AgentRunParts parts, Optional<CheckpointFile> checkpoint, Position start) {
    Trainable network = null;
    for (int index = start.stage(); index < configuration.stages().size(); index++) {
      boolean resumed = index == start.stage() && start.epochsDone() > 0;
      AgentStageRun stage =
          new AgentStageRun(
              parts, index, resumed ? parts.networks().initial(index) : next(parts, index));
      if (resumed) {
        stage.resume(checkpoint.orElseThrow(), start.epochsDone());
      }
      network = stage.run();
    }
    return network;
  }

  private Trainable next(AgentRunParts parts, int index) {
    int from = configuration.chain().predecessor(index);
    if (from < 0) {
      return parts.networks().first(index);
    }
    CheckpointFile file = AgentStages.file(configuration, configuration.stages().get(from));
    return parts
        .networks()
        .successor(index, parts.networks().stored(from, file), parts.environment());
  }

  private void checkActions(Environment environment) {
    if (configuration.network().actions() != environment.actions()) {
      throw new BadInputException(
          "the network has an output an action: units=%d actions=%d environment=%s"
              .formatted(
                  configuration.network().actions(),
                  environment.actions(),
                  configuration.environment()));
    }
  }
}
