package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.run.RunSummary;

/** A row a layer: reads and writes of membrane potentials by each access model. */
final class MembraneTable {

  private MembraneTable() {}

  static void write(Markup page, RunSummary run) {
    List<LayerRun> layers = LayerRun.of(run);
    Table table = new Table("Membrane potentials: words an inference", "layer");
    for (MembraneAccess model : MembraneAccess.values()) {
      table.number(model.key(), "reads").number(model.key(), "writes");
    }
    layers.forEach(layer -> table.row(row(layer.name(), List.of(layer))));
    table.total(row("total", layers)).write(page);
    page.open("ul", "class", "note");
    for (MembraneAccess model : MembraneAccess.values()) {
      page.leaf("li", "%s: %s".formatted(model.key(), model.formula()));
    }
    page.close().line();
  }

  private static List<String> row(String heading, List<LayerRun> layers) {
    List<String> cells = new ArrayList<>(List.of(heading));
    for (MembraneAccess model : MembraneAccess.values()) {
      cells.add(
          Figures.mean(layers.stream().mapToDouble(layer -> layer.membraneReads(model)).sum()));
      cells.add(
          Figures.mean(layers.stream().mapToDouble(layer -> layer.membraneWrites(model)).sum()));
    }
    return cells;
  }
}
