package org.spikeledger.tools.cli.run;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.DatasetSpecification;

/** What a user named as the data to run on. */
sealed interface DatasetArgument {

  /** Pictures, which are encoded. */
  record Images(DatasetSpecification specification) implements DatasetArgument {}

  /** An array that already has timesteps. */
  record Samples(Path file) implements DatasetArgument {}

  /** A list of events, which is binned into timesteps. */
  record Events(Path file) implements DatasetArgument {}

  /**
   * Understands {@code npy:FILE}, {@code events:FILE} and what {@link DatasetSpecification} does.
   *
   * @throws BadInputException for others, listing what is known
   */
  static DatasetArgument parse(String text) {
    if (text.startsWith("npy:")) {
      return new Samples(path(text));
    }
    if (text.startsWith("events:")) {
      return new Events(path(text));
    }
    return new Images(DatasetSpecification.parse(text));
  }

  private static Path path(String text) {
    String path = text.substring(text.indexOf(':') + 1);
    try {
      if (!path.isEmpty()) {
        return Path.of(path);
      }
    } catch (InvalidPathException invalid) {
      throw new BadInputException("a dataset's file is a path: dataset=" + text, invalid);
    }
    throw new BadInputException("a dataset's file is a path: dataset=" + text);
  }
}
