package org.spikeledger.training;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.libtorch.Libtorch;
import org.spikeledger.training.stages.StageTime;
import org.spikeledger.training.stages.StepTiming;
import org.spikeledger.training.stages.TrainingRun;
import org.spikeledger.training.zoo.NetworkCard;
import org.spikeledger.training.zoo.Publication;

/** The entry: trains what a configuration describes, or goes on where it was cut off. */
public final class Training {
  private Training() {}

  /**
   * Trains to the end.
   *
   * @param afterEpoch called when the line of an epoch stands in the metrics log
   * @throws BadInputException where the dataset or a checkpoint is refused, something cannot be
   *     written, or on a platform without libtorch
   */
  public static void train(TrainingConfiguration configuration, Runnable afterEpoch) {
    load(configuration);
    Dataset training = configuration.dataset().openTraining();
    Dataset test = configuration.dataset().openTest();
    new TrainingRun(configuration, training, test, afterEpoch).run();
  }

  /**
   * Trains some steps of every stage, to see how long the whole would take; writes nothing.
   *
   * @param steps timed in each stage, at least 1
   * @throws BadInputException where the dataset is refused, or on a platform without libtorch
   */
  public static List<StageTime> time(TrainingConfiguration configuration, int steps) {
    load(configuration);
    return new StepTiming(configuration, configuration.dataset().openTraining(), steps).measure();
  }

  /**
   * Exports, measures and describes the networks of a finished training.
   *
   * @param folder that receives the files and cards
   * @param compared test images on which libtorch's spikes are compared with the simulator's
   * @throws BadInputException where a stage is missing or a file cannot be written
   */
  public static List<NetworkCard> publish(
      TrainingConfiguration configuration, Path folder, int compared) {
    load(configuration);
    Dataset test = configuration.dataset().openTest();
    return new Publication(configuration, test, folder, compared).publish();
  }

  private static void load(TrainingConfiguration configuration) {
    Libtorch.load(configuration.threads());
    Libtorch.setDeterministic(configuration.deterministic());
  }
}
