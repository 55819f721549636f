package org.spikeledger.training.stages;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.libtorch.WholeSteps;

/** Times a few steps of every stage of a configuration; writes nothing. */
public final class StepTiming {
  private static final int WARM_UP = 3;

  private final TrainingConfiguration configuration;
  private final Networks networks;
  private final BatchMaker images;
  private final int steps;

  /**
   * A timing; libtorch must be loaded.
   *
   * @param training images
   * @param steps timed in each stage, at least 1
   * @throws org.spikeledger.models.BadInputException where the network has fewer outputs than the
   *     images have classes
   */
  public StepTiming(TrainingConfiguration configuration, Dataset training, int steps) {
    this.configuration = configuration;
    this.steps = steps;
    networks = Networks.of(configuration, training);
    images =
        new BatchMaker(
            training, configuration.normalisation().ofChannels(training.imageShape().channels()));
  }

  /** One a stage; stages of the same timesteps, batch size and teacher share a measurement. */
  public List<StageTime> measure() {
    Map<List<Object>, Double> known = new HashMap<>();
    List<StageTime> times = new ArrayList<>();
    try (WholeSteps whole = new WholeSteps()) {
      for (int i = 0; i < configuration.stages().size(); i++) {
        StageConfiguration stage = configuration.stages().get(i);
        int index = i;
        double rate =
            known.computeIfAbsent(
                List.of(stage.timesteps(), stage.batchSize(), stage.teacher()),
                _ -> rate(index, whole));
        times.add(
            new StageTime(stage.name(), stage.timesteps(), stage.epochs(), images.size(), rate));
      }
    }
    return times;
  }

  private Targets targets(int stage) {
    return configuration
        .teacher(stage)
        .map(teacher -> Targets.ofTeacher(networks.empty(teacher), configuration.precision()))
        .orElse(Targets.LABELS);
  }

  private double rate(int stage, WholeSteps whole) {
    try (StageTrainer trainer =
        new StageTrainer(configuration, stage, networks.empty(stage), targets(stage), whole)) {
      return trainer.imagesPerSecond(images, WARM_UP, steps);
    }
  }
}
