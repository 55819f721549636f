package org.spikeledger.tools.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;

/**
 * A training's metrics log: an epoch a line. Of an epoch that was run again only the last line
 * counts. A last line that is still being written is passed over.
 *
 * @param name of the run
 * @param epochs in the order in which they were first run, at least one
 */
public record TrainingLog(String name, List<TrainingEpoch> epochs) {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MOST_BYTES = 64 << 20;

  /** Copies the list. */
  public TrainingLog {
    epochs = List.copyOf(epochs);
  }

  /**
   * Reads a log.
   *
   * @throws BadInputException where it is absent, too large, empty, or has a line of another kind
   */
  public static TrainingLog read(String name, Path file) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new BadInputException(
            "a metrics log has at most %d bytes: bytes=%d file=%s"
                .formatted(MOST_BYTES, Files.size(file), file));
      }
      return new TrainingLog(name, parse(Files.readString(file), file));
    } catch (IOException e) {
      throw new BadInputException("a metrics log is readable: file=" + file, e);
    }
  }

  private static List<TrainingEpoch> parse(String text, Path file) {
    Map<String, TrainingEpoch> epochs = new LinkedHashMap<>();
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      try {
        TrainingEpoch epoch = MAPPER.readValue(line, TrainingEpoch.class);
        epochs.put(epoch.stage() + " " + epoch.epoch(), epoch);
      } catch (JsonProcessingException e) {
        throw new BadInputException(
            "a line of a metrics log is an epoch: line=%d file=%s".formatted(number, file), e);
      }
    }
    if (epochs.isEmpty()) {
      throw new BadInputException("a metrics log has an epoch: file=" + file);
    }
    return new ArrayList<>(epochs.values());
  }

  /** The last epoch of every stage, in order. */
  List<TrainingEpoch> lastOfStages() {
    Map<String, TrainingEpoch> last = new LinkedHashMap<>();
    epochs.forEach(epoch -> last.put(epoch.stage(), epoch));
    return new ArrayList<>(last.values());
  }

  /** The last epoch of every spiking stage, in order. */
  List<TrainingEpoch> spikingStages() {
    return lastOfStages().stream().filter(TrainingEpoch::isSpiking).toList();
  }

  /** The epochs of a stage. */
  List<TrainingEpoch> of(String stage) {
    return epochs.stream().filter(epoch -> epoch.stage().equals(stage)).toList();
  }
}
