package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.zoo.NetworkCard;

/** What a training left behind. */
record Trained(
    String configuration,
    String name,
    long seed,
    String output,
    String metrics,
    String page,
    List<String> stages,
    List<NetworkCard> networks) {

  static Trained of(TrainingConfiguration configuration, List<NetworkCard> networks) {
    Path folder = Path.of(configuration.output());
    return new Trained(
        folder.resolve(RunFolder.CONFIGURATION).toString(),
        configuration.name(),
        configuration.seed(),
        configuration.output(),
        folder.resolve(RunFolder.METRICS).toString(),
        RunPage.file(folder).toString(),
        configuration.stages().stream().map(StageConfiguration::name).toList(),
        networks);
  }

  String text() {
    StringBuilder text =
        new StringBuilder(
            """
            trained   %s (seed %d), stages %s
            weights   %s
            metrics   %s
            page      %s
            """
                .formatted(name, seed, String.join(", ", stages), output, metrics, page));
    for (NetworkCard card : networks) {
      text.append(
          "network   %s, T = %d, accuracy %s%n"
              .formatted(card.file(), card.timesteps(), Figures.percent(card.accuracy())));
    }
    return text.toString();
  }
}
