package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.profile.LayerSpikes;
import org.spikeledger.simulator.profile.NetworkProfile;

/** How many spikes a neuron gives in an inference, and who never or always fires. */
final class HistogramSection {

  private HistogramSection() {}

  static void write(Markup page, NetworkProfile profile) {
    Table table =
        new Table("Dead and saturated neurons, over all inferences", "layer")
            .number("neurons")
            .number("dead: never fired")
            .number("share")
            .number("saturated: fired in every timestep")
            .number("share");
    profile.layers().forEach(layer -> table.row(row(layer)));
    table.write(page);
    page.leaf("h3", "Histogram: spikes of a neuron in an inference, share of neurons and images");
    page.open("div", "class", "multiples");
    profile.layers().forEach(layer -> chart(layer).write(page));
    page.close().line();
  }

  private static List<String> row(LayerSpikes layer) {
    long neurons = layer.facts().layer().neurons();
    return List.of(
        layer.facts().layer().name(),
        Figures.whole(neurons),
        Figures.whole(layer.dead()),
        Figures.percent((double) layer.dead() / neurons),
        Figures.whole(layer.saturated()),
        Figures.percent((double) layer.saturated() / neurons));
  }

  private static BarChart chart(LayerSpikes layer) {
    double all = layer.histogram().stream().mapToLong(Long::longValue).sum();
    List<BarChart.Row> rows = new ArrayList<>();
    for (int spikes = 0; spikes < layer.histogram().size(); spikes++) {
      double share = layer.histogram().get(spikes) / all;
      rows.add(
          new BarChart.Row(
              spikes + (spikes == 1 ? " spike" : " spikes"),
              List.of(new BarChart.Bar(100 * share, Figures.percent(share)))));
    }
    return new BarChart(
        layer.facts().layer().name() + ", per cent",
        List.of(new BarChart.Series("neurons", "snn")),
        rows);
  }
}
