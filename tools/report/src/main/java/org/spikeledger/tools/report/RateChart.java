package org.spikeledger.tools.report;

import java.util.List;
import org.spikeledger.simulator.run.RunSummary;

/** The spike rate of each layer that fires. */
final class RateChart {

  private RateChart() {}

  static void write(Markup page, RunSummary run) {
    List<BarChart.Row> rows =
        LayerRun.of(run).stream().filter(LayerRun::spikes).map(RateChart::row).toList();
    new BarChart(
            "Spike rate by layer: spikes per neuron per timestep",
            List.of(new BarChart.Series("spike rate", "snn")),
            rows)
        .write(page);
  }

  private static BarChart.Row row(LayerRun layer) {
    double rate = layer.spikesPerNeuronPerTimestep();
    return new BarChart.Row(layer.name(), List.of(new BarChart.Bar(rate, Figures.rate(rate))));
  }
}
