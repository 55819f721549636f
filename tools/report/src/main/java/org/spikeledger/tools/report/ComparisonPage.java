package org.spikeledger.tools.report;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One HTML page of compared agents: by environment the reward by step, mean and spread over seeds,
 * and what the trained networks came to. The page holds all it needs, loads nothing and runs no
 * script.
 */
public final class ComparisonPage {
  private static final String FOOT =
      "Drawn from the trainings' own metrics and the measurement of their networks at the end.";
  private static final String CLAIM =
      "Chowdhury, Rathi and Roy (ECCV 2022) claim 1.3 times the ANN's reward on CartPole for the"
          + " SNN, by its membrane potential. They name neither network nor observation nor"
          + " episodes.";

  private ComparisonPage() {}

  /**
   * Writes the page to a temporary file beside the target, then moves it there.
   *
   * @param file the target, replaced where it exists; its folder must exist
   * @throws org.spikeledger.models.BadInputException where the file cannot be written; nothing is
   *     left behind
   */
  public static void write(Path file, ComparisonLog log) {
    PageFile.write(file, text(log));
  }

  /** The page as text. */
  public static String text(ComparisonLog log) {
    String title = "Comparison " + log.results().name();
    return PageFrame.text(title, FOOT, page -> write(page, title, log));
  }

  private static void write(Markup page, String title, ComparisonLog log) {
    page.open("header").leaf("h1", title).close().line();
    for (Map.Entry<String, List<ComparedVariant>> group : log.byEnvironment().entrySet()) {
      page.open("section").leaf("h2", group.getKey()).line();
      writeCurves(page, group.getValue(), log);
      writeTable(page, group.getValue(), log.results().episodes());
      page.close().line();
    }
    page.leaf("p", CLAIM, "class", "note").line();
  }

  private static void writeCurves(Markup page, List<ComparedVariant> variants, ComparisonLog log) {
    List<CurveChart.Line> lines = new ArrayList<>();
    List<CurveChart.Band> bands = new ArrayList<>();
    for (ComparedVariant variant : variants) {
      String style = "hue" + lines.size() % 8;
      List<SeedCurve.Place> places =
          SeedCurve.of(log.logs().getOrDefault(variant.name(), List.of()));
      lines.add(new CurveChart.Line(variant.network(), style, points(places, 0)));
      List<CurveChart.Point> edge = new ArrayList<>(points(places, 1));
      edge.addAll(points(places, -1).reversed());
      bands.add(new CurveChart.Band(style, edge));
    }
    List<Double> steps = new ArrayList<>();
    List<Double> rewards = new ArrayList<>(List.of(0.0));
    for (CurveChart.Band band : bands) {
      band.edge().forEach(point -> steps.add(point.x()));
      band.edge().forEach(point -> rewards.add(point.y()));
    }
    double last = steps.stream().mapToDouble(Double::doubleValue).max().orElse(1);
    new CurveChart(
            "Reward of an episode by thousand environment steps, without exploration: mean over"
                + " seeds, and one standard deviation between seeds to either side",
            Scale.counting((int) Math.max(1, Math.ceil(last))),
            List.of(),
            Scale.of(rewards),
            lines,
            List.of(),
            bands)
        .write(page);
  }

  private static List<CurveChart.Point> points(List<SeedCurve.Place> places, int side) {
    return places.stream()
        .map(
            place ->
                new CurveChart.Point(
                    place.step(),
                    place.mean() + side * place.deviation(),
                    "%.0f thousand steps: %s +- %s"
                        .formatted(place.step(), reward(place.mean()), reward(place.deviation()))))
        .toList();
  }

  private static void writeTable(Markup page, List<ComparedVariant> variants, int episodes) {
    Table table =
        new Table("What the networks came to", "network")
            .number("seeds")
            .number("best evaluation", "mean")
            .number("best evaluation", "spread")
            .number("best evaluation", "lowest")
            .number("best evaluation", "highest")
            .number("best evaluation", "of the ANN's")
            .number("last step", "mean")
            .number("last step", "spread")
            .number("last step", "of the ANN's");
    ComparedVariant ann = variants.stream().filter(ComparedVariant::isAnn).findFirst().orElse(null);
    for (ComparedVariant each : variants) {
      table.row(
          List.of(
              each.network(),
              String.valueOf(each.best().episodes()),
              reward(each.best().mean()),
              reward(each.best().deviation()),
              reward(each.best().lowest()),
              reward(each.best().highest()),
              ann == null ? "" : ratio(each.best(), ann.best()),
              reward(each.last().mean()),
              reward(each.last().deviation()),
              ann == null ? "" : ratio(each.last(), ann.last())));
    }
    table.write(page);
    page.leaf(
        "p",
        "Mean reward over %d fresh episodes a training, then mean and standard deviation over the"
                .formatted(episodes)
            + " trainings of a configuration, which differ by their seed. Best evaluation: the"
            + " network of the best evaluation on the way; last step: that of the last step.",
        "class",
        "note");
  }

  private static String ratio(ComparedVariant.Spread own, ComparedVariant.Spread anns) {
    return String.format(Locale.ROOT, "%.2f x", own.mean() / anns.mean());
  }

  private static String reward(double value) {
    return AgentPage.reward(value);
  }
}
