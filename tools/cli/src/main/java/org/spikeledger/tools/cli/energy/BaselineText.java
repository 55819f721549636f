package org.spikeledger.tools.cli.energy;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** The SNN against every ANN, like with like first. */
final class BaselineText {

  private static final MembraneAccess ACCESS = MembraneAccess.EVERY_TIMESTEP;

  private BaselineText() {}

  static String of(EnergyStudy study) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("baseline"));
    columns.add(Column.number("ANN pJ"));
    for (PooledInput rule : PooledInput.values()) {
      columns.add(Column.number("alpha " + rule.key()));
      columns.add(Column.number("crossover"));
    }
    for (Reuse reuse : Reuse.values()) {
      columns.add(Column.number("with memory, reuse " + reuse.key()));
      columns.add(Column.number("crossover"));
    }
    Table table = new Table(columns);
    study.reports().forEach(report -> table.row(row(report)));
    StringBuilder text = new StringBuilder(table.text());
    text.append(
        "with memory: pooled input graded, membrane access everyTimestep; all others in the"
            + " JSON\n");
    text.append(EnergyReport.NOT_INCLUDED).append('\n');
    study
        .reports()
        .forEach(
            report ->
                text.append(report.model().ann().key())
                    .append(": ")
                    .append(report.baseline())
                    .append('\n'));
    return text.toString();
  }

  private static List<String> row(EnergyReport report) {
    List<String> cells = new ArrayList<>();
    cells.add(report.model().ann().key());
    cells.add(Figures.whole(Math.round(report.compute(PooledInput.GRADED).annPj())));
    for (PooledInput rule : PooledInput.values()) {
      cells.add(report.compute(rule).alpha().text());
      cells.add(Figures.ratio(report.compute(rule).crossover()));
    }
    for (Reuse reuse : Reuse.values()) {
      EnergyWithMemory energy = report.withMemory(PooledInput.GRADED, reuse, ACCESS);
      cells.add(energy.alpha().text());
      cells.add(Figures.ratio(energy.crossover()));
    }
    return cells;
  }
}
