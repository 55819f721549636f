package org.spikeledger.tools.train;

import java.util.List;
import java.util.Locale;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.stages.StageTime;

/** How fast the stages of a configuration train, and how long all of them would take. */
record Estimate(
    String name,
    Precision precision,
    int threads,
    double estimatedSeconds,
    List<StageTime> stages) {

  static Estimate of(TrainingConfiguration configuration, List<StageTime> stages) {
    return new Estimate(
        configuration.name(),
        configuration.precision(),
        configuration.threads(),
        stages.stream().mapToDouble(StageTime::estimatedSeconds).sum(),
        stages);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            "%s, %s, %d threads%n%n%-20s %3s %7s %10s %10s%n"
                .formatted(
                    name, precision, threads, "stage", "T", "epochs", "images/s", "minutes"));
    for (StageTime stage : stages) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %3d %7d %10.1f %10.1f%n",
              stage.stage(),
              stage.timesteps(),
              stage.epochs(),
              stage.imagesPerSecond(),
              stage.estimatedSeconds() / 60));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%-20s %3s %7s %10s %10.1f%n%n"
                    + "Without measuring each epoch's network on the test images.%n",
                "all",
                "",
                "",
                "",
                estimatedSeconds / 60))
        .toString();
  }
}
