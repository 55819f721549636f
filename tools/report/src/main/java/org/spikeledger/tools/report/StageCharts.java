package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/** What the spiking stages came to: accuracy against T, and each layer's neurons. */
final class StageCharts {
  private static final int STYLES = 8;

  private StageCharts() {}

  static void writeAccuracy(Markup page, TrainingLog log) {
    List<CurveChart.Point> points =
        points(log.spikingStages(), TrainingEpoch::timesteps, stage -> "T = " + stage.timesteps());
    int longest = (int) points.getLast().x();
    write(page, "Test accuracy against timesteps T, %", Scale.counting(longest), points);
  }

  /** Nothing where the log does not say what the layers feed. */
  static void writeAccuracyAgainstRate(Markup page, TrainingLog log) {
    List<TrainingEpoch> known =
        log.spikingStages().stream()
            .filter(stage -> Double.isFinite(stage.weightedSpikeRate()))
            .toList();
    if (known.isEmpty()) {
      return;
    }
    List<CurveChart.Point> points =
        points(
            known,
            TrainingEpoch::weightedSpikeRate,
            stage -> "%s spikes".formatted(Figures.rate(stage.weightedSpikeRate())));
    write(
        page,
        "Test accuracy, %, against spikes per neuron per inference, weighted by"
            + " multiply-accumulates fed",
        Scale.of(points.stream().map(CurveChart.Point::x).toList()),
        points);
  }

  private static List<CurveChart.Point> points(
      List<TrainingEpoch> stages,
      ToDoubleFunction<TrainingEpoch> across,
      Function<TrainingEpoch, String> place) {
    return stages.stream()
        .sorted(Comparator.comparingDouble(across))
        .map(
            stage ->
                new CurveChart.Point(
                    across.applyAsDouble(stage),
                    100 * stage.testAccuracy(),
                    "%s, %s: %s"
                        .formatted(
                            stage.stage(),
                            place.apply(stage),
                            Figures.percent(stage.testAccuracy()))))
        .toList();
  }

  private static void write(
      Markup page, String title, Scale across, List<CurveChart.Point> points) {
    new CurveChart(
            title,
            across,
            List.of(),
            Scale.of(points.stream().map(CurveChart.Point::y).toList()),
            List.of(new CurveChart.Line("test accuracy", "hue0", points)),
            List.of())
        .write(page);
  }

  static void writeLayers(
      Markup page,
      List<LayerValues> stages,
      String title,
      ToDoubleFunction<TrainingEpoch.Layer> value) {
    List<String> names =
        stages.getFirst().layers().stream().map(TrainingEpoch.Layer::name).toList();
    List<CurveChart.Line> lines = new ArrayList<>();
    List<Double> values = new ArrayList<>(List.of(0.0));
    Table table = new Table(title, "layer");
    for (int i = 0; i < stages.size(); i++) {
      LayerValues stage = stages.get(i);
      table.number(stage.label());
      List<CurveChart.Point> points = new ArrayList<>();
      for (int k = 0; k < stage.layers().size(); k++) {
        double y = value.applyAsDouble(stage.layers().get(k));
        values.add(y);
        String text = String.format(Locale.ROOT, "%s: %.4f", stage.layers().get(k).name(), y);
        points.add(new CurveChart.Point(k, y, text));
      }
      lines.add(new CurveChart.Line(stage.label(), "hue" + i % STYLES, points));
    }
    Scale places = new Scale(0, 1, Math.max(1, names.size() - 1));
    new CurveChart(title, places, names, Scale.of(values), lines, List.of()).write(page);
    for (int k = 0; k < names.size(); k++) {
      int layer = k;
      List<String> row = new ArrayList<>(List.of(names.get(k)));
      stages.forEach(
          stage -> row.add(Figures.rate(value.applyAsDouble(stage.layers().get(layer)))));
      table.row(row);
    }
    table.write(page);
  }

  /** The layers of the last network of every spiking stage. */
  static List<LayerValues> layers(TrainingLog log) {
    return log.spikingStages().stream()
        .map(
            stage ->
                new LayerValues(
                    "%s, T = %d".formatted(stage.stage(), stage.timesteps()), stage.layers()))
        .toList();
  }
}
