package org.spikeledger.tools.train;

import java.util.List;
import java.util.Locale;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.run.StageSpeed;

/** How fast the stages of an agent train, and how long all of them would take. */
record AgentEstimate(String name, int threads, double estimatedSeconds, List<StageSpeed> stages) {

  static AgentEstimate of(AgentConfiguration configuration, List<StageSpeed> stages) {
    return new AgentEstimate(
        configuration.name(),
        configuration.threads(),
        stages.stream().mapToDouble(StageSpeed::estimatedSeconds).sum(),
        stages);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            "%s, %d threads%n%n%-20s %3s %8s %12s %14s %10s%n"
                .formatted(
                    name, threads, "stage", "T", "steps", "ms to act", "ms to learn", "minutes"));
    for (StageSpeed stage : stages) {
      text.append(
          String.format(
              Locale.ROOT,
              "%-20s %3d %8d %12.3f %14.2f %10.1f%n",
              stage.stage(),
              stage.timesteps(),
              stage.steps(),
              1e3 * stage.actingSeconds(),
              1e3 * stage.learningSeconds(),
              stage.estimatedSeconds() / 60));
    }
    return text.append(
            String.format(
                Locale.ROOT,
                "%-20s %3s %8s %12s %14s %10.1f%n%nWithout evaluations, all stages to their end.%n",
                "all",
                "",
                "",
                "",
                "",
                estimatedSeconds / 60))
        .toString();
  }
}
