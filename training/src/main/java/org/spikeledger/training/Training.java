package org.spikeledger.training;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.DatasetConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.libtorch.Libtorch;
import org.spikeledger.training.stages.TrainingRun;
import org.spikeledger.training.zoo.NetworkCard;
import org.spikeledger.training.zoo.Publication;

/** The entry: trains what a configuration file describes, or goes on where it was cut off. */
public final class Training {
  private Training() {}

  /**
   * Trains to the end.
   *
   * @throws BadInputException where the file or the dataset is refused, or on a platform without
   *     libtorch
   */
  public static void train(Path configurationFile) {
    TrainingConfiguration configuration = ConfigurationReader.read(configurationFile);
    Libtorch.load(configuration.threads());
    Libtorch.setDeterministic(configuration.deterministic());
    DatasetConfiguration dataset = configuration.dataset();
    new TrainingRun(configuration, dataset.openTraining(), dataset.openTest()).run();
  }

  /**
   * Exports, measures and describes the networks of a finished training.
   *
   * @param folder that receives the files and cards
   * @param compared test images on which libtorch's spikes are compared with the simulator's
   * @throws BadInputException where a stage is missing or a file cannot be written
   */
  public static List<NetworkCard> publish(Path configurationFile, Path folder, int compared) {
    TrainingConfiguration configuration = ConfigurationReader.read(configurationFile);
    Libtorch.load(configuration.threads());
    Dataset test = configuration.dataset().openTest();
    return new Publication(configuration, test, folder, compared).publish();
  }
}
