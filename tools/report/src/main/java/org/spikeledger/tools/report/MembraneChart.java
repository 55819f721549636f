package org.spikeledger.tools.report;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.run.RunSummary;

/** Reads and writes of potentials by layer, a bar an access model. */
final class MembraneChart {

  private MembraneChart() {}

  static void write(Markup page, RunSummary run) {
    List<BarChart.Series> series =
        Arrays.stream(MembraneAccess.values())
            .map(model -> new BarChart.Series(model.key(), "hue" + model.ordinal()))
            .toList();
    new BarChart(
            "Accesses to membrane potentials by layer, an inference: reads and writes, in"
                + " thousands",
            series,
            LayerRun.of(run).stream().map(MembraneChart::row).toList())
        .write(page);
  }

  private static BarChart.Row row(LayerRun layer) {
    return new BarChart.Row(
        layer.name(),
        Arrays.stream(MembraneAccess.values()).map(model -> bar(layer, model)).toList());
  }

  private static BarChart.Bar bar(LayerRun layer, MembraneAccess model) {
    double words = layer.membraneReads(model) + layer.membraneWrites(model);
    return new BarChart.Bar(words / 1000, Figures.mean(words / 1000) + " k");
  }
}
