package org.spikeledger.training.stages;

import java.util.SplittableRandom;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Optimizer;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.Batch;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.EpochOrder;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.progress.EpochBar;
import org.spikeledger.training.progress.RunningMean;

/** Runs the epochs of one stage. */
final class StageTrainer {
  private final TrainingConfiguration configuration;
  private final int stageIndex;
  private final StageConfiguration stage;
  private final Trainable network;
  private final Optimizer optimiser;

  StageTrainer(TrainingConfiguration configuration, int stageIndex, Trainable network) {
    this.configuration = configuration;
    this.stageIndex = stageIndex;
    this.network = network;
    stage = configuration.stages().get(stageIndex);
    optimiser = Optimisers.make(stage.optimiser(), network.parameters());
  }

  Optimizer optimiser() {
    return optimiser;
  }

  /** One pass over the training images; epochs count from 0. */
  RunningMean epoch(int epoch, BatchMaker batches) {
    SplittableRandom random = RandomStreams.epoch(configuration.seed(), stageIndex, epoch);
    EpochOrder order = new EpochOrder(batches.size(), stage.batchSize(), random);
    RunningMean mean = new RunningMean();
    try (EpochBar bar = new EpochBar(stage.name(), epoch + 1, stage.epochs(), batches.size())) {
      for (int i = 0; i < order.batches(); i++) {
        Optimisers.setLearningRate(optimiser, learningRate(epoch, i, order.batches()));
        int[] indices = order.batch(i);
        mean.add(step(batches, indices, random), indices.length);
        bar.advance(indices.length, mean);
      }
    }
    return mean;
  }

  double learningRate(int epoch, int batch, int batches) {
    double progress = (epoch + (double) batch / batches) / stage.epochs();
    return stage.optimiser().learningRate() * stage.schedule().factor(progress);
  }

  private StepResult step(BatchMaker batches, int[] indices, SplittableRandom random) {
    try (PointerScope _ = new PointerScope()) {
      Batch batch = batches.augmented(indices, configuration.augmentation(), random);
      optimiser.zero_grad();
      StepResult result = network.step(batch.images(), batch.labels());
      optimiser.step();
      network.clamp();
      return result;
    }
  }
}
