package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.rl.config.AgentConfiguration;
import org.spikeledger.training.rl.config.AgentStage;
import org.spikeledger.training.rl.publish.AgentCard;

/** What the training of an agent left behind. */
record TrainedAgent(
    String configuration,
    String name,
    String environment,
    long seed,
    String output,
    String metrics,
    String page,
    List<String> stages,
    List<AgentCard> networks) {

  static TrainedAgent of(AgentConfiguration configuration, List<AgentCard> networks) {
    Path folder = Path.of(configuration.output());
    return new TrainedAgent(
        folder.resolve(RunFolder.CONFIGURATION).toString(),
        configuration.name(),
        configuration.environment(),
        configuration.seed(),
        configuration.output(),
        folder.resolve(RunFolder.METRICS).toString(),
        RunPage.file(folder).toString(),
        configuration.stages().stream().map(AgentStage::name).toList(),
        networks);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            """
            trained   %s for %s (seed %d), stages %s
            weights   %s
            metrics   %s
            page      %s
            """
                .formatted(
                    name, environment, seed, String.join(", ", stages), output, metrics, page));
    for (AgentCard card : networks) {
      text.append(
          String.format(
              Locale.ROOT,
              "network   %s, T = %d, %s, reward %.1f +- %.1f over %d episodes%n",
              card.file(),
              card.timesteps(),
              card.stateBetweenEnvironmentSteps(),
              card.reward().mean(),
              card.reward().deviation(),
              card.reward().episodes()));
    }
    return text.toString();
  }
}
