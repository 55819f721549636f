package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.LayerEnergy;

/** A row a layer: energy without memory by every pooled rule. */
final class ComputeTable {

  private ComputeTable() {}

  static void write(Markup page, EnergyReport energy) {
    List<ComputeEnergy> rules = energy.compute();
    EnergyUnit unit = EnergyUnit.of(rules.getFirst().annPj());
    Table table =
        new Table(
                "Energy by layer, compute only: %s an inference".formatted(unit.symbol()), "layer")
            .number("", "ANN");
    rules.forEach(rule -> table.number("SNN", rule.pooledInput().key()));
    rules.forEach(rule -> table.number("alpha = ANN / SNN", rule.pooledInput().key()));
    rules.forEach(rule -> table.number("crossover, times the rates", rule.pooledInput().key()));
    List<LayerEnergy> layers = rules.getFirst().layers();
    for (int i = 0; i < layers.size(); i++) {
      int index = i;
      table.row(
          row(
              layers.get(i).layer(),
              unit,
              rules.stream().map(rule -> rule.layers().get(index)).toList(),
              layer -> Figures.ratio(layer.crossover())));
    }
    table.total(row("total", unit, rules, rule -> Figures.ratio(rule.crossover()))).write(page);
    EnergyNote.write(page);
  }

  private static <C extends Comparison> List<String> row(
      String heading, EnergyUnit unit, List<C> rules, Function<C, String> crossover) {
    List<String> cells = new ArrayList<>(List.of(heading, unit.text(rules.getFirst().annPj())));
    rules.forEach(rule -> cells.add(unit.text(rule.snnPj())));
    rules.forEach(rule -> cells.add(rule.alpha().text()));
    rules.forEach(rule -> cells.add(crossover.apply(rule)));
    return cells;
  }
}
