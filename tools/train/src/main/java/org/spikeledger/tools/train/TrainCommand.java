package org.spikeledger.tools.train;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.training.Training;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.zoo.NetworkCard;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}. */
@Command(
    name = "train",
    description =
        "Train what a configuration file describes; goes on where an earlier run with the same"
            + " output folder was cut off. Needs Linux on x86-64.",
    footer = {
      "",
      "Example: spikeledger train training/configs/cifar10-vgg16.json --data cifar10:DIR",
      "         spikeledger train --resume out/training/cifar10-vgg16",
      "         spikeledger train --draw out/training/cifar10-vgg16"
    })
public final class TrainCommand extends AnsweringCommand implements Subcommand {

  @ArgGroup(exclusive = false)
  private RunOptions run = new RunOptions();

  @Option(
      names = "--draw",
      paramLabel = "FOLDER",
      description =
          "Train nothing: draw the page training.html of the run in this folder, which may still go"
              + " on. (A training draws it after every epoch by itself.)")
  private Path drawn;

  @Option(
      names = "--time",
      paramLabel = "STEPS",
      description =
          "Train nothing: time so many steps of every stage on this machine and estimate how long"
              + " all would take.")
  private Integer timed;

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
    if (drawn != null) {
      Path page = RunPage.draw(drawn, drawn.toAbsolutePath().normalize().getFileName().toString());
      return Answer.done(new Drawn(page.toString()), "page      " + page);
    }
    TrainingConfiguration configuration = run.configuration();
    if (timed != null) {
      Estimate estimate = Estimate.of(configuration, Training.time(configuration, steps()));
      return Answer.done(estimate, estimate.text());
    }
    Path folder = Path.of(configuration.output());
    Training.train(configuration, () -> draw(folder, configuration.name()));
    List<NetworkCard> networks =
        publish == null ? List.of() : Training.publish(configuration, publish, compared);
    Trained trained = Trained.of(configuration, networks);
    return Answer.done(trained, trained.text());
  }

  private int steps() {
    if (timed < 1) {
      throw new BadInputException("at least one step is timed: --time=" + timed);
    }
    return timed;
  }

  /** A page that cannot be drawn ends no training. */
  private void draw(Path folder, String name) {
    try {
      RunPage.draw(folder, name);
    } catch (BadInputException e) {
      warn(e.getMessage());
    }
  }

  /** Where the page is. */
  private record Drawn(String page) {}
}
