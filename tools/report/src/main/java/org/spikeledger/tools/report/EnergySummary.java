package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;

/** The network's energy against the ANN, a row a pooled rule, and who wins how often. */
final class EnergySummary {

  private EnergySummary() {}

  static void write(Markup page, EnergyReport energy) {
    EnergyUnit unit =
        EnergyUnit.of(energy.compute().stream().mapToDouble(Comparison::annPj).max().orElse(0));
    page.leaf("p", verdict(energy));
    Table table =
        new Table("Energy an inference by pooled-input rule", "pooled input")
            .number("compute only", "ANN, " + unit.symbol())
            .number("compute only", "SNN, " + unit.symbol())
            .number("compute only", "alpha = ANN / SNN")
            .number("compute only", "first layer's share")
            .number("compute only", "ceiling of alpha")
            .number("compute only", "crossover, times the rates");
    for (Reuse reuse : Reuse.values()) {
      table.number("alpha with memory, by access model", "reuse " + reuse.key());
    }
    energy.compute().forEach(rule -> table.row(row(energy, rule, unit)));
    table.write(page);
    EnergyNote.write(page);
  }

  private static List<String> row(EnergyReport energy, ComputeEnergy rule, EnergyUnit unit) {
    List<String> cells =
        new ArrayList<>(
            List.of(
                rule.pooledInput().key(),
                unit.text(rule.annPj()),
                unit.text(rule.snnPj()),
                rule.alpha().text(),
                rule.firstLayerShare().text(),
                rule.ceiling().text(),
                Figures.ratio(rule.crossover())));
    for (Reuse reuse : Reuse.values()) {
      cells.add(range(energy, rule.pooledInput(), reuse));
    }
    return cells;
  }

  private static String range(EnergyReport energy, PooledInput rule, Reuse reuse) {
    List<EnergyWithMemory> cases =
        energy.withMemory().stream()
            .filter(each -> each.pooledInput() == rule && each.reuse() == reuse)
            .toList();
    double[] alphas =
        cases.stream()
            .map(each -> each.alpha().value())
            .flatMapToDouble(OptionalDouble::stream)
            .sorted()
            .toArray();
    if (alphas.length == 0) {
      return "not defined";
    }
    return Figures.ratio(OptionalDouble.of(alphas[0]))
        + " to "
        + Figures.ratio(OptionalDouble.of(alphas[alphas.length - 1]));
  }

  private static String verdict(EnergyReport energy) {
    return "Against the %s: compute only, the ANN costs less under %d of %d pooled-input rules; with memory, under %d of %d combinations of rule, reuse and access model."
        .formatted(
            energy.baseline(),
            wins(energy.compute().stream()),
            energy.compute().size(),
            wins(energy.withMemory().stream()),
            energy.withMemory().size());
  }

  private static long wins(Stream<? extends Comparison> cases) {
    return cases.filter(each -> each.annPj() < each.snnPj()).count();
  }
}
