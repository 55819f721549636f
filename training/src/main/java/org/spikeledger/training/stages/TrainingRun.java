package org.spikeledger.training.stages;

import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Position;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.ConfigurationDigest;
import org.spikeledger.training.config.ConfigurationWriter;
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
  private final TrainingConfiguration configuration;
  private final RunFolder folder;
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
    folder = RunFolder.make(configuration.output());
    networks = Networks.of(configuration, training);
    Normalisation normalisation =
        configuration.normalisation().ofChannels(training.imageShape().channels());
    parts =
        new RunParts(
            new BatchMaker(training, normalisation),
            new BatchMaker(test, normalisation),
            folder.checkpoints(),
            new MetricsLog(folder.metrics()),
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
    Position start =
        folder.start(
            checkpoint,
            configuration.stages().size(),
            stage -> ConfigurationDigest.upTo(configuration, stage));
    ConfigurationWriter.write(configuration, folder.configuration());
    Trainable network = null;
    try (WholeSteps steps = new WholeSteps()) {
      for (int index = start.stage(); index < configuration.stages().size(); index++) {
        boolean resumed = index == start.stage() && start.epochsDone() > 0;
        network = resumed ? networks.empty(index) : next(index, network);
        try (StageRun stage =
            new StageRun(configuration, index, parts, steps, network, targets(index))) {
          if (resumed) {
            stage.resume(checkpoint.orElseThrow(), start.epochsDone());
          }
          stage.run();
        }
      }
    }
    return network;
  }

  private Targets targets(int index) {
    return configuration
        .teacher(index)
        .map(teacher -> networks.stored(teacher, stored(teacher)))
        .map(network -> Targets.ofTeacher(network, configuration.precision()))
        .orElse(Targets.LABELS);
  }

  private CheckpointFile stored(int stage) {
    return StoredStages.file(configuration, configuration.stages().get(stage));
  }

  private Trainable next(int index, Trainable previous) {
    int from = configuration.predecessor(index);
    if (from < 0) {
      return networks.first(index, parts.training());
    }
    boolean atHand = previous != null && from == index - 1;
    Trainable start = atHand ? previous : networks.stored(from, stored(from));
    return networks.successor(index, start, parts.training());
  }
}
