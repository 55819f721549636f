package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.EnergyCurve;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;

/** The SNN's energy over a factor on all rates, with the ANNs as level lines. */
final class CrossoverSection {

  private static final double HEADROOM = 1.5;

  private CrossoverSection() {}

  static void write(Markup page, EnergyStudy study) {
    List<EnergyCurve> curves = study.curves();
    write(
        page,
        study,
        "compute only",
        curves.stream().filter(each -> each.reuse().isEmpty()).toList(),
        report -> report.compute(PooledInput.GRADED).annPj());
    for (Reuse reuse : Reuse.values()) {
      write(
          page,
          study,
          "with memory, reuse %s, every potential in every timestep".formatted(reuse.key()),
          curves.stream().filter(each -> each.reuse().equals(Optional.of(reuse))).toList(),
          report ->
              report.withMemory(PooledInput.GRADED, reuse, MembraneAccess.EVERY_TIMESTEP).annPj());
    }
  }

  private static void write(
      Markup page,
      EnergyStudy study,
      String what,
      List<EnergyCurve> curves,
      ToDoubleFunction<EnergyReport> ann) {
    EnergyUnit unit = EnergyUnit.of(ann.applyAsDouble(study.likeWithLike()));
    double end = curves.getFirst().points().getLast().factor();
    List<LineChart.Series> series = new ArrayList<>();
    for (EnergyCurve curve : curves) {
      series.add(
          new LineChart.Series(
              "SNN, " + curve.pooledInput().key(),
              curve.pooledInput().key(),
              curve.points().stream()
                  .map(point -> new LineChart.Point(point.factor(), unit.amount(point.snnPj())))
                  .toList()));
    }
    int level = 3;
    for (EnergyReport report : study.reports()) {
      if (!report.model().ann().density().shares().isEmpty()) {
        continue;
      }
      double y = unit.amount(ann.applyAsDouble(report));
      series.add(
          new LineChart.Series(
              "ANN, " + report.model().ann().key(),
              "level hue" + level++,
              List.of(new LineChart.Point(0, y), new LineChart.Point(end, y))));
    }
    new LineChart(
            "Energy over the spike rate, %s: %s an inference".formatted(what, unit.symbol()),
            "factor on all measured rates (1: as measured)",
            series,
            HEADROOM * unit.amount(ann.applyAsDouble(study.likeWithLike())))
        .write(page);
    EnergyNote.write(page);
  }
}
