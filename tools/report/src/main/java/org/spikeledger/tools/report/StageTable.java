package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;

/** A row a stage: what it came to. */
final class StageTable {

  private StageTable() {}

  static void write(Markup page, TrainingLog log) {
    Table table =
        new Table("Stages", "stage")
            .number("T")
            .number("epochs")
            .number("test accuracy", "received")
            .number("test accuracy", "last")
            .number("test accuracy", "best")
            .number("loss, nats")
            .number("spikes per neuron per inference", "weighted by multiply-accumulates fed")
            .number("images / s")
            .number("time");
    log.lastOfStages().forEach(last -> table.row(row(log.of(last.stage()), last)));
    table.write(page);
    page.leaf(
        "p",
        "Accuracy over all test images, measured by the training itself in float32; received: the"
            + " network as the stage began, before any training in it.",
        "class",
        "note");
  }

  private static List<String> row(List<TrainingEpoch> epochs, TrainingEpoch last) {
    TrainingEpoch first = epochs.getFirst();
    double best = epochs.stream().mapToDouble(TrainingEpoch::testAccuracy).max().orElseThrow();
    double seconds = epochs.stream().mapToDouble(TrainingEpoch::seconds).sum();
    boolean trained = last.epoch() > 0;
    return List.of(
        last.stage(),
        last.timesteps() == 0 ? "ANN" : String.valueOf(last.timesteps()),
        String.valueOf(last.epoch()),
        first.epoch() == 0 ? Figures.percent(first.testAccuracy()) : Figures.NONE,
        Figures.percent(last.testAccuracy()),
        Figures.percent(best),
        trained ? Figures.rate(last.loss()) : Figures.NONE,
        weightedRate(last),
        trained ? Figures.mean(last.imagesPerSecond()) : Figures.NONE,
        duration(seconds));
  }

  private static String weightedRate(TrainingEpoch epoch) {
    double rate = epoch.weightedSpikeRate();
    return Double.isNaN(rate) ? Figures.NONE : Figures.rate(rate);
  }

  static String duration(double seconds) {
    long minutes = Math.round(seconds / 60);
    return String.format(Locale.ROOT, "%d h %02d min", minutes / 60, minutes % 60);
  }
}
