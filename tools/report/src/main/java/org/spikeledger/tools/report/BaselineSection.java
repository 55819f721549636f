package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;

/** The SNN against every ANN, like with like first, in a chart and a table. */
final class BaselineSection {

  private static final MembraneAccess ACCESS = MembraneAccess.EVERY_TIMESTEP;

  private BaselineSection() {}

  static void write(Markup page, EnergyStudy study) {
    writeChart(page, study);
    EnergyNote.write(page);
    Table table = new Table("Energy of the SNN against every ANN", "baseline").text("precision");
    table.number("compute only", "ANN, " + unit(study).symbol());
    for (PooledInput rule : PooledInput.values()) {
      table.number("alpha, compute only", rule.key());
    }
    for (PooledInput rule : PooledInput.values()) {
      table.number("crossover, times the rates", rule.key());
    }
    for (Reuse reuse : Reuse.values()) {
      table.number("with memory, graded, every timestep: alpha", "reuse " + reuse.key());
    }
    for (Reuse reuse : Reuse.values()) {
      table.number("with memory: crossover", "reuse " + reuse.key());
    }
    study.reports().forEach(report -> table.row(row(report, unit(study))));
    table.write(page);
    EnergyNote.write(page);
    page.open("ul", "class", "note");
    study
        .reports()
        .forEach(report -> page.leaf("li", report.model().ann().key() + ": " + report.baseline()));
    page.close().line();
  }

  private static void writeChart(Markup page, EnergyStudy study) {
    EnergyUnit unit = unit(study);
    List<BarChart.Row> rows = new ArrayList<>();
    for (PooledInput rule : PooledInput.values()) {
      double pj = study.likeWithLike().compute(rule).snnPj();
      rows.add(
          row(
              "SNN, %s, pooled input %s".formatted(study.costs().precision(), rule.key()),
              pj,
              unit));
    }
    for (EnergyReport report : study.reports()) {
      double pj = report.compute(PooledInput.GRADED).annPj();
      rows.add(row("ANN, " + report.model().ann().key(), pj, unit));
    }
    new BarChart(
            "Energy of SNN and ANNs, compute only: %s an inference".formatted(unit.symbol()),
            List.of(new BarChart.Series("energy", "snn")),
            rows)
        .write(page);
  }

  private static BarChart.Row row(String label, double pj, EnergyUnit unit) {
    return new BarChart.Row(label, List.of(new BarChart.Bar(unit.amount(pj), unit.withSymbol(pj))));
  }

  private static EnergyUnit unit(EnergyStudy study) {
    return EnergyUnit.of(study.likeWithLike().compute(PooledInput.GRADED).annPj());
  }

  private static List<String> row(EnergyReport report, EnergyUnit unit) {
    List<String> cells = new ArrayList<>();
    cells.add(report.model().ann().key());
    cells.add(report.model().ann().costs().precision());
    cells.add(unit.text(report.compute(PooledInput.GRADED).annPj()));
    for (PooledInput rule : PooledInput.values()) {
      cells.add(report.compute(rule).alpha().text());
    }
    for (PooledInput rule : PooledInput.values()) {
      cells.add(Figures.ratio(report.compute(rule).crossover()));
    }
    for (Reuse reuse : Reuse.values()) {
      cells.add(withMemory(report, reuse).alpha().text());
    }
    for (Reuse reuse : Reuse.values()) {
      cells.add(Figures.ratio(withMemory(report, reuse).crossover()));
    }
    return cells;
  }

  private static EnergyWithMemory withMemory(EnergyReport report, Reuse reuse) {
    return report.withMemory(PooledInput.GRADED, reuse, ACCESS);
  }
}
