package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.run.RunSummary;

/** The spike rate of each layer that fires, timestep by timestep. */
final class TimestepRates {

  private static final int HUES = 8;

  private TimestepRates() {}

  static void write(Markup page, RunSummary run) {
    List<LayerRun> layers = LayerRun.of(run).stream().filter(LayerRun::spikes).toList();
    if (run.timesteps() > 1) {
      writeChart(page, run, layers);
    }
    Table table = new Table("Spike rate by timestep: spikes per neuron", "layer");
    for (int t = 0; t < run.timesteps(); t++) {
      table.number("timestep", String.valueOf(t));
    }
    layers.forEach(layer -> table.row(row(run, layer)));
    table.write(page);
  }

  private static void writeChart(Markup page, RunSummary run, List<LayerRun> layers) {
    List<LineChart.Series> series = new ArrayList<>();
    for (LayerRun layer : layers) {
      series.add(
          new LineChart.Series(
              layer.name(),
              style(series.size()),
              IntStream.range(0, run.timesteps())
                  .mapToObj(t -> new LineChart.Point(t, rate(run, layer, t)))
                  .toList()));
    }
    new LineChart(
            "Spike rate by timestep: spikes per neuron",
            "timestep",
            series,
            Double.POSITIVE_INFINITY)
        .write(page);
  }

  /** Eight hues, then the same again as broken lines. */
  private static String style(int place) {
    return "hue" + place % HUES + (place < HUES ? "" : " again");
  }

  private static List<String> row(RunSummary run, LayerRun layer) {
    List<String> cells = new ArrayList<>(List.of(layer.name()));
    for (int t = 0; t < run.timesteps(); t++) {
      cells.add(Figures.rate(rate(run, layer, t)));
    }
    return cells;
  }

  private static double rate(RunSummary run, LayerRun layer, int timestep) {
    long spikes = run.counts().get(layer.facts().layer().index(), timestep, Primitive.SPIKES);
    return (double) spikes / run.samples() / layer.neurons();
  }
}
