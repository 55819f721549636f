package org.spikeledger.training.stages;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.checkpoint.Position;
import org.spikeledger.training.config.ConfigurationDigest;
import org.spikeledger.training.config.ConfigurationWriter;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.progress.MetricsLog;

/**
 * The whole chain of a configuration. Keeps two checkpoints (one after every epoch), {@code
 * STAGE.pt} (after every stage) and {@code metrics.jsonl} in the output folder, and goes on from
 * the checkpoint that it finds there.
 */
public final class TrainingRun {
  /** The metrics log in the output folder. */
  public static final String METRICS = "metrics.jsonl";

  /** The configuration in the output folder, as the run was last started with it. */
  public static final String CONFIGURATION = "configuration.json";

  private static final Position START = new Position(0, 0, "");

  private final TrainingConfiguration configuration;
  private final Path folder;
  private final Networks networks;
  private final RunParts parts;

  /**
   * Prepares a run; libtorch must be loaded.
   *
   * @param training images to learn from
   * @param test images to measure with, of the same shape
   * @throws BadInputException where the output folder cannot be made, or the network has fewer
   *     outputs than the images have classes
   */
  public TrainingRun(TrainingConfiguration configuration, Dataset training, Dataset test) {
    this(configuration, training, test, () -> {});
  }

  /**
   * As above.
   *
   * @param afterEpoch called in the training thread when an epoch's line stands in the metrics log
   */
  public TrainingRun(
      TrainingConfiguration configuration, Dataset training, Dataset test, Runnable afterEpoch) {
    this.configuration = configuration;
    folder = Path.of(configuration.output());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("the output folder can be made: output=" + folder, e);
    }
    checkClasses(training);
    networks = new Networks(configuration, training.imageShape());
    Normalisation normalisation =
        configuration.normalisation().ofChannels(training.imageShape().channels());
    parts =
        new RunParts(
            new BatchMaker(training, normalisation),
            new BatchMaker(test, normalisation),
            new Checkpoints(folder),
            new MetricsLog(folder.resolve(METRICS)),
            afterEpoch);
  }

  /**
   * Trains from where the checkpoint stands to the end.
   *
   * @return the last stage's network
   * @throws BadInputException where the checkpoint is of another configuration or damaged, and
   *     where something cannot be written
   */
  public Trainable run() {
    Optional<CheckpointFile> checkpoint = parts.checkpoints().newest(System.err::println);
    Position start = checkpoint.map(this::checked).orElse(START);
    ConfigurationWriter.write(configuration, folder.resolve(CONFIGURATION));
    Trainable network = null;
    try (WholeSteps steps = new WholeSteps()) {
      for (int index = start.stage(); index < configuration.stages().size(); index++) {
        boolean resumed = index == start.stage() && start.epochsDone() > 0;
        network = resumed ? networks.empty(index) : next(index, network);
        StageRun stage = new StageRun(configuration, index, parts, steps, network);
        if (resumed) {
          stage.resume(checkpoint.orElseThrow(), start.epochsDone());
        }
        stage.run();
      }
    }
    return network;
  }

  private void checkClasses(Dataset training) {
    if (configuration.network().layers().getLast() instanceof LayerConfiguration.Linear output
        && output.units() < training.classes()) {
      throw new BadInputException(
          "the network has an output a class: units=%d classes=%d dataset=%s"
              .formatted(output.units(), training.classes(), training.name()));
    }
  }

  private Position checked(CheckpointFile checkpoint) {
    Position found = checkpoint.position();
    boolean fits =
        found.stage() >= 0
            && found.stage() < configuration.stages().size()
            && found
                .configurationDigest()
                .equals(ConfigurationDigest.upTo(configuration, found.stage()));
    if (!fits) {
      throw new BadInputException(
          "a run goes on with the configuration it was started with, but for later stages:"
              + " stage=%d epochsDone=%d output=%s"
                  .formatted(found.stage(), found.epochsDone(), folder));
    }
    return found;
  }

  private Trainable next(int index, Trainable previous) {
    int from = configuration.predecessor(index);
    if (from < 0) {
      return networks.first(index, parts.training());
    }
    boolean atHand = previous != null && from == index - 1;
    Trainable start =
        atHand
            ? previous
            : networks.stored(
                from, StoredStages.file(configuration, configuration.stages().get(from)));
    return networks.successor(index, start, parts.training());
  }
}
