package org.spikeledger.tools.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.command.Subcommand;
import org.spikeledger.training.config.ConfigurationReader;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.rl.compare.ComparisonConfiguration;
import org.spikeledger.training.rl.config.AgentConfigurations;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code train}. */
@Command(
    name = "train",
    description =
        "Train what a configuration file describes: networks for images, agents for environments,"
            + " or a comparison of agents. Goes on where an earlier run with the same output folder"
            + " was cut off. Needs Linux on x86-64.",
    footer = {
      "",
      "Example: spikeledger train training/configs/cifar10-vgg16.json --data cifar10:DIR",
      "         spikeledger train training/configs/cartpole-snn.json --publish out/agents",
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
          "Train nothing: draw the page of the run or comparison in this folder, which may still go"
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
              + " simulator over the test images or 100 episodes, and write a card beside it.")
  private Path publish;

  @Option(
      names = "--compare",
      paramLabel = "N",
      defaultValue = "200",
      description =
          "With --publish: compare libtorch's spikes with the simulator's on N test images or"
              + " environment steps."
              + " Default: ${DEFAULT-VALUE}.")
  private int compared;

  /** For picocli. */
  public TrainCommand() {}

  @Override
  protected Answer answer() {
    if (drawn != null) {
      Path folder = drawn.toAbsolutePath().normalize();
      Path last = folder.getNameCount() == 0 ? folder : folder.getFileName();
      Path page = RunPage.draw(drawn, last.toString());
      return Answer.done(new Drawn(page.toString()), "page      " + page);
    }
    TrainingJob job = job(run.read(), run.file().toString());
    if (timed != null) {
      return job.time(steps());
    }
    return job.train(publish, compared);
  }

  private TrainingJob job(ObjectNode configuration, String place) {
    boolean ofAgents =
        AgentConfigurations.isOne(configuration) || ComparisonConfiguration.isOne(configuration);
    if (ofAgents && run.data() != null) {
      throw new BadInputException("agents learn from no images: --data=" + run.data());
    }
    if (ComparisonConfiguration.isOne(configuration)) {
      Path folder = run.file().toAbsolutePath().getParent();
      return new ComparisonJob(
          ComparisonConfiguration.of(configuration, place), folder, this::draw);
    }
    if (AgentConfigurations.isOne(configuration)) {
      return new AgentJob(AgentConfigurations.of(configuration, place), this::draw);
    }
    TrainingConfiguration vision = ConfigurationReader.of(configuration, place);
    return new VisionJob(run.data() == null ? vision : vision.withData(run.data()), this::draw);
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
    } catch (RuntimeException e) {
      warn("the page of the training cannot be drawn: " + e.getMessage());
    }
  }

  /** Where the page is. */
  private record Drawn(String page) {}
}
