package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** Accuracy and loss, epoch by epoch, with a mark where a stage begins. */
final class LearningCurves {

  private LearningCurves() {}

  static void write(Markup page, TrainingLog log) {
    chart(
        page,
        log,
        "Accuracy by epoch, %",
        List.of(
            line(log, "test", "hue0", true, epoch -> 100 * epoch.testAccuracy()),
            line(log, "training, augmented", "hue1", false, epoch -> 100 * epoch.trainAccuracy())));
    chart(
        page,
        log,
        "Loss on training images by epoch: cross-entropy in nats",
        List.of(line(log, "loss", "hue1", false, TrainingEpoch::loss)));
  }

  private static void chart(
      Markup page, TrainingLog log, String title, List<CurveChart.Line> lines) {
    if (lines.stream().allMatch(line -> line.points().isEmpty())) {
      return;
    }
    List<Double> values =
        lines.stream().flatMap(line -> line.points().stream()).map(CurveChart.Point::y).toList();
    new CurveChart(
            title, Scale.counting(trained(log)), List.of(), Scale.of(values), lines, marks(log))
        .write(page);
  }

  private static int trained(TrainingLog log) {
    return Math.toIntExact(log.epochs().stream().filter(epoch -> epoch.epoch() > 0).count());
  }

  private static CurveChart.Line line(
      TrainingLog log,
      String name,
      String style,
      boolean fromReceived,
      ToDoubleFunction<TrainingEpoch> value) {
    List<CurveChart.Point> points = new ArrayList<>();
    int done = 0;
    for (TrainingEpoch epoch : log.epochs()) {
      done += epoch.epoch() > 0 ? 1 : 0;
      if (epoch.epoch() > 0 || fromReceived) {
        double y = value.applyAsDouble(epoch);
        points.add(
            new CurveChart.Point(
                done,
                y,
                String.format(Locale.ROOT, "%s epoch %d: %.4g", epoch.stage(), epoch.epoch(), y)));
      }
    }
    return new CurveChart.Line(name, style, points);
  }

  private static List<CurveChart.Mark> marks(TrainingLog log) {
    List<CurveChart.Mark> marks = new ArrayList<>();
    int done = 0;
    String stage = "";
    for (TrainingEpoch epoch : log.epochs()) {
      if (!epoch.stage().equals(stage)) {
        stage = epoch.stage();
        marks.add(new CurveChart.Mark(done, stage));
      }
      done += epoch.epoch() > 0 ? 1 : 0;
    }
    return marks;
  }
}
