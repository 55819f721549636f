package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.training.Training;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.StageConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import picocli.CommandLine.Command;
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

  /** For picocli. */
  public TrainCommand() {}

  @Override
  protected Answer answer() {
    TrainingConfiguration configuration = ConfigurationReader.read(configurationFile);
    Training.train(configurationFile);
    Trained trained =
        new Trained(
            configurationFile.toString(),
            configuration.name(),
            configuration.seed(),
            configuration.output(),
            Path.of(configuration.output()).resolve(METRICS).toString(),
            configuration.stages().stream().map(StageConfiguration::name).toList());
    return Answer.done(trained, trained.text());
  }

  /** What a training left behind. */
  private record Trained(
      String configuration,
      String name,
      long seed,
      String output,
      String metrics,
      List<String> stages) {

    String text() {
      return """
      trained   %s (seed %d), stages %s
      weights   %s
      metrics   %s
      """
          .formatted(name, seed, String.join(", ", stages), output, metrics);
    }
  }
}
