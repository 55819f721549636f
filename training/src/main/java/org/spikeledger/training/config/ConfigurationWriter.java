package org.spikeledger.training.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;

/** Writes a configuration so that {@link ConfigurationReader} reads the same again. */
public final class ConfigurationWriter {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private ConfigurationWriter() {}

  /**
   * Replaces the file, as a whole or not at all.
   *
   * @throws BadInputException where it cannot be written
   */
  public static void write(TrainingConfiguration configuration, Path file) {
    write(MAPPER.valueToTree(configuration), OptionalFields.VISION, file);
  }

  /** The same of any configuration, whose tree is used up. */
  public static void write(ObjectNode json, OptionalFields optional, Path file) {
    optional.leaveOut(json);
    try {
      WholeFile.write(file, MAPPER.writeValueAsString(json) + "\n");
    } catch (IOException e) {
      throw new BadInputException("a configuration can be written: file=" + file, e);
    }
  }
}
