package org.spikeledger.traces.format;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/**
 * Where in a trace something stands: every refusal names it.
 *
 * @param file the trace
 * @param offset of the frame, in bytes from the start of the file
 */
public record Place(Path file, long offset) {

  /** A refusal: the rule that was broken with its values, then this place. */
  public BadInputException refuse(String rule) {
    return new BadInputException(rule + " " + this);
  }

  /** A refusal that keeps what lies beneath it. */
  public BadInputException refuse(String rule, Throwable cause) {
    return new BadInputException(rule + " " + this, cause);
  }

  @Override
  public String toString() {
    return "file=" + file + " offset=" + offset;
  }
}
