package org.spikeledger.training.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.spikeledger.models.BadInputException;

/** Appends one JSON object a line. */
public final class MetricsLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /** A log at a place; lines that are there stay. */
  public MetricsLog(Path file) {
    this.file = file;
  }

  /**
   * Appends one line.
   *
   * @param metrics a record
   */
  public void append(Object metrics) {
    try {
      Files.writeString(
          file,
          MAPPER.writeValueAsString(metrics) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new BadInputException("the metrics log can be written: " + file, e);
    }
  }
}
