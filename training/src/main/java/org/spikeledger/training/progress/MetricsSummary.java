package org.spikeledger.training.progress;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * What a metrics log says as a whole.
 *
 * @param epochs its lines, in order
 */
public record MetricsSummary(List<EpochMetrics> epochs) {
  /** Copies the list. */
  public MetricsSummary {
    epochs = List.copyOf(epochs);
  }

  /**
   * Reads a log.
   *
   * @throws BadInputException where it is absent or a line is none of its kind
   */
  public static MetricsSummary read(Path file) {
    try {
      return new MetricsSummary(MetricsLog.read(file, EpochMetrics.class));
    } catch (IOException e) {
      throw new BadInputException("a metrics log is readable: file=" + file, e);
    }
  }

  /** Test accuracy after the last epoch of a stage, in 0..1. */
  public double lastTestAccuracy(String stage) {
    return epochs.stream()
        .filter(epoch -> epoch.stage().equals(stage))
        .reduce((earlier, later) -> later)
        .orElseThrow(() -> new BadInputException("the metrics log has the stage: stage=" + stage))
        .testAccuracy();
  }

  /** Time spent in some stages, in seconds; epochs that were run again after a kill count again. */
  public double seconds(Collection<String> stages) {
    return epochs.stream()
        .filter(epoch -> stages.contains(epoch.stage()))
        .mapToDouble(EpochMetrics::seconds)
        .sum();
  }
}
