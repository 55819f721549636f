package org.spikeledger.training.stages;

import java.util.LinkedHashMap;
import java.util.Map;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.training.checkpoint.CheckpointFile;
import org.spikeledger.training.checkpoint.Position;
import org.spikeledger.training.config.ConfigurationDigest;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.progress.EpochMetrics;
import org.spikeledger.training.progress.RunningMean;

/** One stage of a run: its epochs, what is written after each, and its last network. */
final class StageRun implements AutoCloseable {
  private final TrainingConfiguration configuration;
  private final StageConfiguration stage;
  private final int index;
  private final RunParts parts;
  private final WholeSteps steps;
  private final Trainable network;
  private final StageTrainer trainer;
  private final WeightAverage average;
  private int epochsDone;
  private long reported;

  StageRun(
      TrainingConfiguration configuration,
      int index,
      RunParts parts,
      WholeSteps steps,
      Trainable network,
      Targets targets) {
    this.configuration = configuration;
    this.index = index;
    this.parts = parts;
    this.steps = steps;
    this.network = network;
    stage = configuration.stages().get(index);
    trainer = new StageTrainer(configuration, index, network, targets, steps);
    average = new WeightAverage(stage, network.parameters());
  }

  /** Starts in the middle of the stage. */
  void resume(CheckpointFile checkpoint, int epochs) {
    checkpoint.readNetwork(state());
    checkpoint.readOptimiser(trainer.optimiser());
    epochsDone = epochs;
  }

  /** Runs the epochs that are left. */
  void run() {
    reported = System.nanoTime();
    if (epochsDone == 0) {
      report(0, new RunningMean(), 0, 0);
    }
    for (; epochsDone < stage.epochs(); epochsDone++) {
      long begin = System.nanoTime();
      RunningMean mean = trainer.epoch(epochsDone, parts.training());
      double imagesPerSecond = mean.images() * 1e9 / (System.nanoTime() - begin);
      double rate = trainer.learningRate(epochsDone, 1, 1);
      average.add(epochsDone + 1);
      if (epochsDone + 1 == stage.epochs()) {
        average.give();
        trainer.settle(parts.training());
      }
      network.activity();
      if (stage.measures(epochsDone + 1)) {
        report(epochsDone + 1, mean, rate, imagesPerSecond);
      }
      parts.checkpoints().write(position(epochsDone + 1), state(), trainer.optimiser());
    }
    StoredStages.file(configuration, stage)
        .write(position(stage.epochs()), network.state(), trainer.optimiser());
  }

  /** What a checkpoint keeps within the stage. */
  private Map<String, Tensor> state() {
    Map<String, Tensor> state = new LinkedHashMap<>(network.state());
    state.putAll(average.state());
    return state;
  }

  private Position position(int epochs) {
    return new Position(index, epochs, ConfigurationDigest.upTo(configuration, index));
  }

  private void report(int epoch, RunningMean mean, double rate, double imagesPerSecond) {
    double accuracy = Accuracy.of(network, parts.test(), steps);
    parts
        .metrics()
        .append(
            new EpochMetrics(
                stage.name(),
                stage.timesteps(),
                epoch,
                mean.loss(),
                mean.accuracy(),
                accuracy,
                rate,
                imagesPerSecond,
                (System.nanoTime() - reported) / 1e9,
                network.activity()));
    reported = System.nanoTime();
    parts.afterEpoch().run();
  }

  @Override
  public void close() {
    trainer.close();
  }
}
