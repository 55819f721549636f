package org.spikeledger.tools.report;

import java.nio.file.Path;

/**
 * One HTML page of a training, finished or not: learning curves by stage, accuracy against T and
 * against the spike rate, spike rates, thresholds and leaks by layer. The page holds all it needs,
 * loads nothing and runs no script.
 */
public final class TrainingPage {

  private static final String FOOT =
      "Drawn from the training's own metrics; what the simulator measures on the stored networks"
          + " stands on their cards.";

  private TrainingPage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @throws org.spikeledger.models.BadInputException where the file cannot be written; nothing is
   *     left behind
   */
  public static void write(Path file, TrainingLog log) {
    PageFile.write(file, text(log));
  }

  /** The page as text. */
  public static String text(TrainingLog log) {
    return PageFrame.text("Training of " + log.name(), FOOT, page -> write(page, log));
  }

  private static void write(Markup page, TrainingLog log) {
    writeHeading(page, log);
    page.open("section").leaf("h2", "Learning").line();
    LearningCurves.write(page, log);
    StageTable.write(page, log);
    page.close().line();
    NeuronSections.write(
        page,
        StageCharts.layers(log),
        section -> {
          StageCharts.writeAccuracy(section, log);
          StageCharts.writeAccuracyAgainstRate(section, log);
        });
  }

  private static void writeHeading(Markup page, TrainingLog log) {
    TrainingEpoch last = log.epochs().getLast();
    double seconds = log.epochs().stream().mapToDouble(TrainingEpoch::seconds).sum();
    page.open("header").leaf("h1", "Training of " + log.name()).open("dl", "class", "facts");
    page.fact("stages begun", String.valueOf(log.lastOfStages().size()));
    page.fact("now at", "%s, epoch %d".formatted(last.stage(), last.epoch()));
    page.fact("test accuracy", Figures.percent(last.testAccuracy()));
    page.fact("time so far", StageTable.duration(seconds));
    page.close().close().line();
  }
}
