package org.spikeledger.training.stages;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Optimizer;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.Batch;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.EpochBatches;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.libtorch.WholeSteps;
import org.spikeledger.training.progress.EpochBar;
import org.spikeledger.training.progress.RunningMean;

/** Runs the epochs of one stage. */
final class StageTrainer implements AutoCloseable {
  /** Batches whose statistics are kept for inference. */
  private static final int SETTLING = 100;

  private final TrainingConfiguration configuration;
  private final int stageIndex;
  private final StageConfiguration stage;
  private final Trainable network;
  private final WholeSteps steps;
  private final Optimizer optimiser;
  private final BatchParts parts;
  private final Targets targets;

  StageTrainer(
      TrainingConfiguration configuration,
      int stageIndex,
      Trainable network,
      Targets targets,
      WholeSteps steps) {
    this.configuration = configuration;
    this.stageIndex = stageIndex;
    this.network = network;
    this.targets = targets;
    this.steps = steps;
    stage = configuration.stages().get(stageIndex);
    optimiser = Optimisers.make(stage.optimiser(), network.parameters());
    parts = new BatchParts(network, configuration.threads(), stage.batchSize());
  }

  Optimizer optimiser() {
    return optimiser;
  }

  /** One pass over the training images; epochs count from 0. */
  RunningMean epoch(int epoch, BatchMaker batches) {
    SplittableRandom random = RandomStreams.epoch(configuration.seed(), stageIndex, epoch);
    RunningMean mean = new RunningMean();
    parts.seed(random);
    try (EpochBatches ahead =
            new EpochBatches(batches, stage.batchSize(), configuration.augmentation(), random);
        EpochBar bar = new EpochBar(stage.name(), epoch + 1, stage.epochs(), batches.size())) {
      for (int i = 0; i < ahead.count(); i++) {
        Optimisers.setLearningRate(optimiser, learningRate(epoch, i, ahead.count()));
        bar.advance(steps.run(() -> step(ahead, mean)), mean);
      }
    }
    return mean;
  }

  /**
   * Gives all normalisation the mean of the statistics of many batches, as Ioffe and Szegedy 2015,
   * algorithm 2, have it for inference: the running ones know little more than the last batches.
   */
  void settle(BatchMaker batches) {
    if (!isNormalised()) {
      return;
    }
    SplittableRandom random = RandomStreams.epoch(configuration.seed(), stageIndex, stage.epochs());
    try (EpochBatches ahead =
        new EpochBatches(batches, stage.batchSize(), configuration.augmentation(), random)) {
      for (int i = 0; i < Math.min(SETTLING, ahead.count()); i++) {
        double weight = 1.0 / (i + 1);
        steps.run(() -> observe(ahead, weight));
      }
    }
  }

  private boolean isNormalised() {
    return configuration.network().batchNormalisation()
        && (stage.timesteps() == 0 || configuration.conversion().keepsNormalisation());
  }

  private int observe(EpochBatches ahead, double weight) {
    try (PointerScope _ = new PointerScope()) {
      Batch batch = ahead.next();
      network.observe(batch.images(), weight);
      return batch.size();
    }
  }

  /** Trains for some steps, or as many as an epoch has, to see how fast that is. */
  double imagesPerSecond(BatchMaker batches, int warmUp, int timed) {
    SplittableRandom random = RandomStreams.epoch(configuration.seed(), stageIndex, 0);
    RunningMean mean = new RunningMean();
    try (EpochBatches ahead =
        new EpochBatches(batches, stage.batchSize(), configuration.augmentation(), random)) {
      long begin = System.nanoTime();
      long images = 0;
      for (int i = 0; i < Math.min(warmUp + timed, ahead.count()); i++) {
        if (i == warmUp) {
          begin = System.nanoTime();
          images = 0;
        }
        images += steps.run(() -> step(ahead, mean));
      }
      return images * 1e9 / (System.nanoTime() - begin);
    }
  }

  double learningRate(int epoch, int batch, int batches) {
    double progress = (epoch + (double) batch / batches) / stage.epochs();
    return stage.optimiser().learningRate() * stage.schedule().factor(progress);
  }

  private int step(EpochBatches ahead, RunningMean mean) {
    try (PointerScope _ = new PointerScope()) {
      Batch batch = ahead.next();
      optimiser.zero_grad();
      StepResult result = parts.step(batch.images(), batch.labels(), targets.of(batch));
      optimiser.step();
      network.clamp();
      mean.add(result, batch.size());
      return batch.size();
    }
  }

  @Override
  public void close() {
    parts.close();
  }
}
