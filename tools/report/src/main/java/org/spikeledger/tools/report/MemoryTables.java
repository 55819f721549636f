package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.Comparison;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;

/** Energy with memory: the network by access model, then every layer, folded away. */
final class MemoryTables {

  private MemoryTables() {}

  static void write(Markup page, EnergyReport energy) {
    for (Reuse reuse : Reuse.values()) {
      writeNetwork(page, energy, reuse);
    }
    for (Reuse reuse : Reuse.values()) {
      for (PooledInput rule : PooledInput.values()) {
        page.open("details");
        page.leaf(
            "summary", "By layer: reuse %s, pooled input %s".formatted(reuse.key(), rule.key()));
        writeLayers(page, energy, reuse, rule);
        page.close().line();
      }
    }
  }

  private static void writeNetwork(Markup page, EnergyReport energy, Reuse reuse) {
    EnergyUnit unit = unit(energy, reuse);
    Table table =
        new Table(
                "Energy with memory, reuse %s: %s an inference"
                    .formatted(reuse.key(), unit.symbol()),
                "membrane access")
            .number("", "ANN");
    for (PooledInput rule : PooledInput.values()) {
      table.number("SNN", rule.key());
    }
    for (PooledInput rule : PooledInput.values()) {
      table.number("alpha = ANN / SNN", rule.key());
    }
    for (MembraneAccess access : MembraneAccess.values()) {
      table.row(
          row(
              access.key(),
              unit,
              Stream.of(PooledInput.values())
                  .map(rule -> energy.withMemory(rule, reuse, access))
                  .toList()));
    }
    table.write(page);
    EnergyNote.write(page);
  }

  private static void writeLayers(Markup page, EnergyReport energy, Reuse reuse, PooledInput rule) {
    EnergyUnit unit = unit(energy, reuse);
    List<EnergyWithMemory> models =
        Stream.of(MembraneAccess.values())
            .map(access -> energy.withMemory(rule, reuse, access))
            .toList();
    Table table =
        new Table(
                "Energy with memory by layer, reuse %s, pooled input %s: %s an inference"
                    .formatted(reuse.key(), rule.key(), unit.symbol()),
                "layer")
            .number("", "ANN");
    models.forEach(model -> table.number("SNN", model.membraneAccess().key()));
    models.forEach(model -> table.number("alpha = ANN / SNN", model.membraneAccess().key()));
    for (int i = 0; i < models.getFirst().layers().size(); i++) {
      int layer = i;
      table.row(
          row(
              models.getFirst().layers().get(i).layer(),
              unit,
              models.stream().map(model -> model.layers().get(layer)).toList()));
    }
    table.total(row("total", unit, models)).write(page);
    EnergyNote.write(page);
  }

  private static List<String> row(
      String heading, EnergyUnit unit, List<? extends Comparison> cases) {
    List<String> cells = new ArrayList<>(List.of(heading, unit.text(cases.getFirst().annPj())));
    cases.forEach(each -> cells.add(unit.text(each.snnPj())));
    cases.forEach(each -> cells.add(each.alpha().text()));
    return cells;
  }

  private static EnergyUnit unit(EnergyReport energy, Reuse reuse) {
    return EnergyUnit.of(
        energy.withMemory().stream()
            .filter(each -> each.reuse() == reuse)
            .mapToDouble(each -> Math.min(each.annPj(), each.snnPj()))
            .min()
            .orElse(0));
  }
}
