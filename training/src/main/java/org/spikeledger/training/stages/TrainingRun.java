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
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.progress.EpochMetrics;
import org.spikeledger.training.progress.MetricsLog;
import org.spikeledger.training.progress.RunningMean;

/**
 * The whole chain of a configuration. Keeps {@code checkpoint.pt} (after every epoch), {@code
 * STAGE.pt} (after every stage) and {@code metrics.jsonl} in the output folder, and goes on from
 * the checkpoint that it finds there.
 */
public final class TrainingRun {
  private final TrainingConfiguration configuration;
  private final Path folder;
  private final BatchMaker trainingBatches;
  private final BatchMaker testBatches;
  private final Networks networks;
  private final Checkpoints checkpoints;
  private final MetricsLog metrics;

  /**
   * Prepares a run; libtorch must be loaded.
   *
   * @param training images to learn from
   * @param test images to measure with, of the same shape
   * @throws BadInputException where the output folder cannot be made
   */
  public TrainingRun(TrainingConfiguration configuration, Dataset training, Dataset test) {
    this.configuration = configuration;
    folder = Path.of(configuration.output());
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("the output folder can be made: output=" + folder, e);
    }
    Normalisation normalisation =
        configuration.normalisation().ofChannels(training.imageShape().channels());
    trainingBatches = new BatchMaker(training, normalisation);
    testBatches = new BatchMaker(test, normalisation);
    networks = new Networks(configuration, training.imageShape());
    checkpoints = new Checkpoints(folder);
    metrics = new MetricsLog(folder.resolve("metrics.jsonl"));
  }

  /**
   * Trains from where the checkpoint stands to the end.
   *
   * @return the last stage's network
   * @throws BadInputException where the checkpoint is of another configuration
   */
  public Trainable run() {
    Optional<CheckpointFile> checkpoint = checkpoints.newest(System.err::println);
    Position start = checkpoint.map(this::checked).orElse(position(0, 0));
    Trainable network = null;
    for (int index = start.stage(); index < configuration.stages().size(); index++) {
      boolean resumed = index == start.stage() && start.epochsDone() > 0;
      network = resumed ? networks.empty(index) : next(index, network);
      StageTrainer trainer = new StageTrainer(configuration, index, network);
      if (resumed) {
        checkpoint.orElseThrow().readNetwork(network.state());
        checkpoint.orElseThrow().readOptimiser(trainer.optimiser());
      } else {
        report(index, 0, new RunningMean(), 0, network, System.nanoTime());
      }
      runEpochs(index, network, trainer, resumed ? start.epochsDone() : 0);
    }
    return network;
  }

  private Position position(int stage, int epochsDone) {
    return new Position(stage, epochsDone, ConfigurationDigest.upTo(configuration, stage));
  }

  private Position checked(CheckpointFile checkpoint) {
    Position found = checkpoint.position();
    boolean fits = found.stage() < configuration.stages().size();
    if (!fits || !found.equals(position(found.stage(), found.epochsDone()))) {
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
      return networks.first(index, trainingBatches);
    }
    boolean atHand = previous != null && from == index - 1;
    return networks.successor(
        index, atHand ? previous : networks.stored(from, stageFile(from)), trainingBatches);
  }

  private void runEpochs(int index, Trainable network, StageTrainer trainer, int epochsDone) {
    StageConfiguration stage = configuration.stages().get(index);
    for (int epoch = epochsDone; epoch < stage.epochs(); epoch++) {
      long begin = System.nanoTime();
      RunningMean mean = trainer.epoch(epoch, trainingBatches);
      double rate = trainer.learningRate(epoch, 1, 1);
      network.activity();
      report(index, epoch + 1, mean, rate, network, begin);
      checkpoints.write(position(index, epoch + 1), network.state(), trainer.optimiser());
    }
    stageFile(index).write(position(index, stage.epochs()), network.state(), trainer.optimiser());
  }

  private void report(
      int index, int epoch, RunningMean mean, double rate, Trainable network, long begin) {
    StageConfiguration stage = configuration.stages().get(index);
    double trainingSeconds = (System.nanoTime() - begin) / 1e9;
    double accuracy = Accuracy.of(network, testBatches);
    metrics.append(
        new EpochMetrics(
            stage.name(),
            stage.timesteps(),
            epoch,
            mean.loss(),
            mean.accuracy(),
            accuracy,
            rate,
            mean.images() / trainingSeconds,
            (System.nanoTime() - begin) / 1e9,
            network.activity()));
  }

  private CheckpointFile stageFile(int index) {
    return StoredStages.file(configuration, configuration.stages().get(index));
  }
}
