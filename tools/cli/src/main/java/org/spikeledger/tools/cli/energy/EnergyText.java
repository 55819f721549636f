package org.spikeledger.tools.cli.energy;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.BilledEnergy;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Pricing;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** Energies as text for people: under every rule, by layer, with memory, with all assumptions. */
public final class EnergyText {

  private EnergyText() {}

  /**
   * The whole text, one part a cost model.
   *
   * @param precision of the run, {@code float32} or {@code int8}
   * @param inferences that the energies are means over
   * @param pricings one a model
   */
  public static String of(String precision, long inferences, List<? extends Pricing> pricings) {
    StringBuilder text = new StringBuilder();
    for (Pricing pricing : pricings) {
      text.append(
          "energy of an inference in %s by %s (prices of %s), a mean over %s inferences%n%n"
              .formatted(
                  precision,
                  pricing.costs().name(),
                  pricing.costs().precision(),
                  Figures.whole(inferences)));
      text.append(
              switch (pricing) {
                case EnergyStudy study -> of(study);
                case BilledEnergy billed -> BillText.of(billed);
              })
          .append('\n');
    }
    return text.append("alpha: ANN / SNN; below 1 the ANN costs less\n").toString();
  }

  private static String of(EnergyStudy study) {
    EnergyReport report = study.likeWithLike();
    String rule = EnergyReport.NOT_INCLUDED + "\n\n";
    StringBuilder text = new StringBuilder();
    text.append(compute(report)).append(rule);
    text.append(BaselineText.of(study)).append('\n');
    text.append(layers(report)).append(rule);
    text.append(withMemory(report)).append(rule);
    report
        .assumptions()
        .forEach(each -> text.append(each.subject()).append(": ").append(each.text()).append('\n'));
    return text.toString();
  }

  private static String compute(EnergyReport report) {
    Table table =
        Table.of(
            Column.text("operations only, pooled input as"),
            Column.number("SNN pJ"),
            Column.number("ANN pJ"),
            Column.number("alpha"),
            Column.number("first layer's share"),
            Column.number("ceiling of alpha"),
            Column.number("crossover, times the rates"));
    for (ComputeEnergy compute : report.compute()) {
      table.row(
          compute.pooledInput().key(),
          picojoules(compute.snnPj()),
          picojoules(compute.annPj()),
          compute.alpha().text(),
          compute.firstLayerShare().text(),
          compute.ceiling().text(),
          Figures.ratio(compute.crossover()));
    }
    return table.text();
  }

  private static String layers(EnergyReport report) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("layer, operations only"));
    columns.add(Column.number("ANN pJ"));
    for (PooledInput rule : PooledInput.values()) {
      columns.add(Column.number("SNN pJ " + rule.key()));
      columns.add(Column.number("alpha"));
    }
    Table table = new Table(columns);
    int layers = report.compute().getFirst().layers().size();
    for (int i = 0; i < layers; i++) {
      List<String> cells = new ArrayList<>();
      cells.add(report.compute().getFirst().layers().get(i).layer());
      cells.add(picojoules(report.compute().getFirst().layers().get(i).annPj()));
      for (PooledInput rule : PooledInput.values()) {
        cells.add(picojoules(report.compute(rule).layers().get(i).snnPj()));
        cells.add(report.compute(rule).layers().get(i).alpha().text());
      }
      table.row(cells);
    }
    return table.text();
  }

  private static String withMemory(EnergyReport report) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("with memory, reuse"));
    columns.add(Column.text("membrane access"));
    columns.add(Column.number("ANN pJ"));
    for (PooledInput rule : PooledInput.values()) {
      columns.add(Column.number("SNN pJ " + rule.key()));
      columns.add(Column.number("alpha"));
    }
    Table table = new Table(columns);
    for (Reuse reuse : Reuse.values()) {
      for (MembraneAccess access : MembraneAccess.values()) {
        table.row(withMemory(report, reuse, access));
      }
    }
    return table.text();
  }

  private static List<String> withMemory(EnergyReport report, Reuse reuse, MembraneAccess access) {
    List<String> cells = new ArrayList<>();
    cells.add(reuse.key());
    cells.add(access.key());
    cells.add(picojoules(report.withMemory(PooledInput.GRADED, reuse, access).annPj()));
    for (PooledInput rule : PooledInput.values()) {
      EnergyWithMemory energy = report.withMemory(rule, reuse, access);
      cells.add(picojoules(energy.snnPj()));
      cells.add(energy.alpha().text());
    }
    return cells;
  }

  private static String picojoules(double value) {
    return Figures.whole(Math.round(value));
  }
}
