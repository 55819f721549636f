package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.tools.cli.table.Figures;
import org.spikeledger.training.Training;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.zoo.NetworkCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}. */
@Command(
    name = "train",
    description =
        "Train what a configuration file describes; goes on where an earlier run with the same"
            + " output folder was cut off. Needs Linux on x86-64.",
    footer = {"", "Example: spikeledger train training/configs/fashion-mnist.json"})
public final class TrainCommand extends AnsweringCommand implements Subcommand {

  private static final String METRICS = "metrics.jsonl";

  @Parameters(paramLabel = "CONFIG", description = "A training configuration (JSON).")
  private Path configurationFile;

  @Option(
      names = "--publish",
      paramLabel = "FOLDER",
      description =
          "After the training, export its networks there as NIR files, measure each in the"
              + " simulator over the test images, and write a card beside it.")
  private Path publish;

  @Option(
      names = "--compare",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "With --publish: compare libtorch's spikes with the simulator's on N test images."
              + " Default: ${DEFAULT-VALUE}.")
  private int compared;

  /** For picocli. */
  public TrainCommand() {}

  @Override
  protected Answer answer() {
    TrainingConfiguration configuration = ConfigurationReader.read(configurationFile);
    Training.train(configurationFile);
    List<NetworkCard> networks =
        publish == null ? List.of() : Training.publish(configurationFile, publish, compared);
    Trained trained =
        new Trained(
            configurationFile.toString(),
            configuration.name(),
            configuration.seed(),
            configuration.output(),
            Path.of(configuration.output()).resolve(METRICS).toString(),
            configuration.stages().stream().map(StageConfiguration::name).toList(),
            networks);
    return Answer.done(trained, trained.text());
  }

  /** What a training left behind. */
  private record Trained(
      String configuration,
      String name,
      long seed,
      String output,
      String metrics,
      List<String> stages,
      List<NetworkCard> networks) {

    String text() {
      StringBuilder text = new StringBuilder(training());
      for (NetworkCard card : networks) {
        text.append(
            "network   %s, T = %d, accuracy %s%n"
                .formatted(card.file(), card.timesteps(), Figures.percent(card.accuracy())));
      }
      return text.toString();
    }

    private String training() {
      return """
      trained   %s (seed %d), stages %s
      weights   %s
      metrics   %s
      """
          .formatted(name, seed, String.join(", ", stages), output, metrics);
    }
  }
}
