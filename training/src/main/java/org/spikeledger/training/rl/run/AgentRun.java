package org.spikeledger.training.rl.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.Environment;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.checkpoint.Position;
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
  /** The metrics log in the output folder. */
  public static final String METRICS = "metrics.jsonl";

  /** The configuration in the output folder, as the run was last started with it. */
  public static final String CONFIGURATION = "configuration.json";

  private static final Position START = new Position(0, 0, "");

  private final AgentConfiguration configuration;
  private final Supplier<Environment> environments;
  private final RunListener listener;
  private final Path folder;

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
    folder = Path.of(configuration.output());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("the output folder can be made: output=" + folder, e);
    }
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
      Checkpoints checkpoints = new Checkpoints(folder);
      AgentRunParts parts =
          new AgentRunParts(
              configuration,
              playing,
              new AgentNetworks(configuration, playing.observationShape()),
              new Evaluation(
                  measuring, configuration.seed(), configuration.evaluation().episodes(), whole),
              checkpoints,
              new MetricsLog(folder.resolve(METRICS)),
              listener,
              whole);
      Optional<CheckpointFile> checkpoint = checkpoints.newest(System.err::println);
      Position start = checkpoint.map(this::checked).orElse(START);
      AgentConfigurations.write(configuration, folder.resolve(CONFIGURATION));
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
      return parts.networks().initial(index);
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

  private Position checked(CheckpointFile checkpoint) {
    Position found = checkpoint.position();
    boolean fits =
        found.stage() >= 0
            && found.stage() < configuration.stages().size()
            && found
                .configurationDigest()
                .equals(AgentConfigurations.digest(configuration, found.stage()));
    if (!fits) {
      throw new BadInputException(
          "a run goes on with the configuration it was started with, but for later stages:"
              + " stage=%d rounds=%d output=%s"
                  .formatted(found.stage(), found.epochsDone(), folder));
    }
    return found;
  }
}
