package org.spikeledger.training.config;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.Dataset;
import org.spikeledger.models.dataset.DatasetSpecification;
import org.spikeledger.models.dataset.Split;

/**
 * Where the images come from; each field names a dataset as on the command line.
 *
 * @param training its training part is learned from, e.g. {@code idx:DIR}
 * @param test its test part measures, e.g. {@code fashion-mnist}
 * @param source who made the data, as cards of the networks say it
 * @param licence of the data, as cards of the networks say it
 */
public record DatasetConfiguration(String training, String test, String source, String licence) {

  /**
   * Reads the images to learn from.
   *
   * @throws BadInputException where the name is unknown or files are missing or damaged
   */
  public Dataset openTraining() {
    return DatasetSpecification.parse(training).open(Split.TRAIN);
  }

  /**
   * Reads the images to measure with.
   *
   * @throws BadInputException where the name is unknown or files are missing or damaged
   */
  public Dataset openTest() {
    return DatasetSpecification.parse(test).open(Split.TEST);
  }

  /** The same with {@code DIR} for every folder, which means nothing on another machine. */
  DatasetConfiguration withoutFolders() {
    return new DatasetConfiguration(withoutFolder(training), withoutFolder(test), source, licence);
  }

  private static String withoutFolder(String name) {
    return name.replaceFirst(":.*", ":DIR");
  }
}
