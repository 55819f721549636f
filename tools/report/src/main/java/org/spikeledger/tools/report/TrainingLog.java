package org.spikeledger.tools.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A training's metrics log: an epoch a line. Of an epoch that was run again only the last line
 * counts. A last line that is still being written is passed over.
 *
 * @param name of the run
 * @param epochs in the order in which they were first run, at least one
 */
public record TrainingLog(String name, List<TrainingEpoch> epochs) {

  /** Copies the list. */
  public TrainingLog {
    epochs = List.copyOf(epochs);
  }

  /**
   * Reads a log.
   *
   * @throws org.spikeledger.models.BadInputException where it is absent, too large, empty, or has a
   *     line of another kind
   */
  public static TrainingLog read(String name, Path file) {
    return new TrainingLog(
        name,
        MetricsLines.read(file, TrainingEpoch.class, epoch -> epoch.stage() + " " + epoch.epoch()));
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
