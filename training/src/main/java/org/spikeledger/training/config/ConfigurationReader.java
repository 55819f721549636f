package org.spikeledger.training.config;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/**
 * Reads a training configuration; an unknown, missing or doubled field is refused by name. Of the
 * fields only those of {@link OptionalFields#VISION} may be missing. A network may be named ({@link
 * NamedNetwork}).
 */
public final class ConfigurationReader {

  private ConfigurationReader() {}

  /**
   * Reads and checks one file.
   *
   * @throws BadInputException where the file is absent, too large, not JSON or breaks a rule
   */
  public static TrainingConfiguration read(Path file) {
    return of(StrictJson.read(file), file.toString());
  }

  /**
   * Checks a configuration given as text.
   *
   * @param place named in messages
   */
  public static TrainingConfiguration parse(String json, String place) {
    return of(StrictJson.parse(json, place), place);
  }

  /**
   * Checks a configuration given as an object.
   *
   * @param place named in messages
   */
  public static TrainingConfiguration of(ObjectNode configuration, String place) {
    return StrictJson.bind(
        configuration,
        TrainingConfiguration.class,
        place,
        (object, mapper) -> {
          OptionalFields.VISION.fill(object);
          NamedNetwork.expand(object, mapper);
        });
  }
}
