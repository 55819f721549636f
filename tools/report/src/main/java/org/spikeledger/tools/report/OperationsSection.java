package org.spikeledger.tools.report;

import java.util.List;
import org.spikeledger.simulator.profile.ConnectionActivity;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.run.RunSummary;

/** Operations by layer beside the ANN's, and how often weights are read. */
final class OperationsSection {

  private OperationsSection() {}

  static void write(Markup page, RunSummary run, NetworkProfile profile) {
    List<BarChart.Row> rows = LayerRun.of(run).stream().map(OperationsSection::row).toList();
    new BarChart(
            "Operations by layer, an inference: counted synaptic operations and dense"
                + " multiply-accumulates, in thousands",
            List.of(
                new BarChart.Series("ANN, dense multiply-accumulates", "ann"),
                new BarChart.Series("SNN, synaptic operations", "meanRate"),
                new BarChart.Series("SNN, directly encoded multiply-accumulates", "graded")),
            rows)
        .write(page);
    Table table =
        new Table("Connections: means an inference", "connection")
            .text("layer")
            .number("events")
            .number("synapses crossed")
            .number("of non-zero weight")
            .number("weight reads", "no reuse")
            .number("weight reads", "each row once a timestep")
            .number("dense operations");
    profile.connections().forEach(each -> table.row(row(each, (double) profile.inferences())));
    table.write(page);
    page.leaf(
        "p",
        "Rebuilt from the spikes and the graph. A directly encoded input arrives at every timestep"
            + " here. No reuse: a weight is read for each synapse crossed. A row is what one event"
            + " fetches together: a tap of a convolution, a source of a linear layer.",
        "class",
        "note");
  }

  private static BarChart.Row row(LayerRun layer) {
    double direct = layer.multiplyAccumulates() - graded(layer);
    return new BarChart.Row(
        layer.name(),
        List.of(
            bar((double) layer.facts().denseOperations()),
            bar(layer.synapticOperations()),
            bar(Math.max(0, direct))));
  }

  private static double graded(LayerRun layer) {
    return layer.facts().directlyEncoded() ? 0 : layer.multiplyAccumulates();
  }

  private static BarChart.Bar bar(double operations) {
    return new BarChart.Bar(operations / 1000, Figures.mean(operations / 1000) + " k");
  }

  private static List<String> row(ConnectionActivity each, double inferences) {
    return List.of(
        each.facts().name(),
        each.facts().layer(),
        Figures.mean(each.events() / inferences),
        Figures.mean(each.crossings() / inferences),
        Figures.mean(each.effectiveCrossings() / inferences),
        Figures.mean(each.crossings() / inferences),
        Figures.mean(each.weightsUsedOnce() / inferences),
        Figures.whole(each.facts().denseOperations()));
  }
}
