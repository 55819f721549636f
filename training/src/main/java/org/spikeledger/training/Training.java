package org.spikeledger.training;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.data.IdxFolder;
import org.spikeledger.training.libtorch.Libtorch;
import org.spikeledger.training.stages.TrainingRun;

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
    Path folder = Path.of(configuration.dataset().folder());
    new TrainingRun(configuration, IdxFolder.training(folder), IdxFolder.test(folder)).run();
  }

  /** Trains from one argument, the configuration file. */
  public static void main(String[] arguments) {
    train(Path.of(arguments[0]));
  }
}
