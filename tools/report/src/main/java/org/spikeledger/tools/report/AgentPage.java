package org.spikeledger.tools.report;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * One HTML page of an agent's training, finished or not: reward by environment step and stage,
 * reward against T, spike rates, thresholds and leaks by layer. The page holds all it needs, loads
 * nothing and runs no script.
 */
public final class AgentPage {
  private static final String FOOT =
      "Drawn from the training's own metrics; what the simulator measures on the stored networks"
          + " stands on their cards.";

  private AgentPage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @throws org.spikeledger.models.BadInputException where the file cannot be written; nothing is
   *     left behind
   */
  public static void write(Path file, AgentLog log) {
    PageFile.write(file, text(log));
  }

  /** The page as text. */
  public static String text(AgentLog log) {
    return PageFrame.text("Training of " + log.name(), FOOT, page -> write(page, log));
  }

  private static void write(Markup page, AgentLog log) {
    writeHeading(page, log);
    page.open("section").leaf("h2", "Learning").line();
    RewardCharts.writeCurves(page, log);
    writeStages(page, log);
    page.close().line();
    NeuronSections.write(
        page,
        log.spikingStages().stream().map(List::getLast).map(AgentPage::layers).toList(),
        section -> RewardCharts.writeAgainstTimesteps(section, log));
  }

  private static LayerValues layers(AgentRound last) {
    return new LayerValues("%s, T = %d".formatted(last.stage(), last.timesteps()), last.layers());
  }

  private static void writeHeading(Markup page, AgentLog log) {
    AgentRound last = log.rounds().getLast();
    double seconds = log.rounds().stream().mapToDouble(AgentRound::seconds).sum();
    page.open("header").leaf("h1", "Training of " + log.name()).open("dl", "class", "facts");
    page.fact("seed", String.valueOf(last.seed()));
    page.fact("now at", "%s, step %d".formatted(last.stage(), last.steps()));
    page.fact("reward", reward(last.reward().mean()));
    page.fact("best of the stage", reward(last.best()));
    page.fact("time so far", StageTable.duration(seconds));
    page.close().close().line();
  }

  private static void writeStages(Markup page, AgentLog log) {
    Table table =
        new Table("Stages", "stage")
            .number("T")
            .number("environment steps")
            .number("reward", "received")
            .number("reward", "last")
            .number("spread", "of episodes")
            .number("reward", "best")
            .number("episodes", "an evaluation")
            .number("time");
    for (List<AgentRound> stage : log.stages()) {
      AgentRound last = stage.getLast();
      table.row(
          List.of(
              last.stage(),
              last.timesteps() == 0 ? "ANN" : String.valueOf(last.timesteps()),
              String.valueOf(last.steps()),
              reward(stage.getFirst().reward().mean()),
              reward(last.reward().mean()),
              reward(last.reward().deviation()),
              reward(last.best()),
              String.valueOf(last.reward().episodes()),
              StageTable.duration(stage.stream().mapToDouble(AgentRound::seconds).sum())));
    }
    table.write(page);
    page.leaf(
        "p",
        "Reward of whole episodes without exploration, a mean over the evaluation's episodes;"
            + " received: the network as the stage began.",
        "class",
        "note");
  }

  static String reward(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
