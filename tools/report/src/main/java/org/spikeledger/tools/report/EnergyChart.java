package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.LayerEnergy;
import org.spikeledger.simulator.energy.PooledInput;

/** The energy of each layer without memory: the ANN's beside the SNN's by every pooled rule. */
final class EnergyChart {

  private EnergyChart() {}

  static void write(Markup page, EnergyReport energy) {
    EnergyUnit unit = EnergyUnit.of(largest(energy));
    List<BarChart.Series> series = new ArrayList<>();
    series.add(new BarChart.Series("ANN", "ann"));
    for (PooledInput rule : PooledInput.values()) {
      series.add(new BarChart.Series("SNN, " + rule.key(), rule.key()));
    }
    List<BarChart.Row> rows = new ArrayList<>();
    for (int i = 0; i < energy.compute().getFirst().layers().size(); i++) {
      rows.add(row(energy, i, unit));
    }
    new BarChart(
            "Energy by layer against the ANN, compute only: %s an inference"
                .formatted(unit.symbol()),
            series,
            rows)
        .write(page);
  }

  private static BarChart.Row row(EnergyReport energy, int layer, EnergyUnit unit) {
    LayerEnergy any = energy.compute().getFirst().layers().get(layer);
    List<BarChart.Bar> bars = new ArrayList<>();
    bars.add(bar(any.annPj(), unit));
    for (ComputeEnergy rule : energy.compute()) {
      bars.add(bar(rule.layers().get(layer).snnPj(), unit));
    }
    return new BarChart.Row(any.layer(), bars);
  }

  private static BarChart.Bar bar(double pj, EnergyUnit unit) {
    return new BarChart.Bar(unit.amount(pj), unit.withSymbol(pj));
  }

  private static double largest(EnergyReport energy) {
    return energy.compute().stream()
        .flatMap(rule -> rule.layers().stream())
        .mapToDouble(layer -> Math.max(layer.annPj(), layer.snnPj()))
        .max()
        .orElse(0);
  }
}
