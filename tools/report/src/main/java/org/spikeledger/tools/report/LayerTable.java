package org.spikeledger.tools.report;

import java.util.List;
import org.spikeledger.simulator.run.RunSummary;

/** A row a layer: neurons, spikes, both rates, operations. */
final class LayerTable {

  private LayerTable() {}

  static void write(Markup page, RunSummary run) {
    List<LayerRun> layers = LayerRun.of(run);
    Table table =
        new Table("Layers: means an inference", "layer")
            .text("kind")
            .number("neurons")
            .number("spikes")
            .number("spike rate", "per neuron per timestep")
            .number("spike rate", "per neuron per inference ± standard error")
            .number("synaptic operations")
            .number("counted MACs")
            .number("dense MACs (ANN)");
    layers.forEach(layer -> table.row(row(layer)));
    table.total(total(layers, run.timesteps())).write(page);
    page.leaf(
        "p",
        "Spikes and operations are counted, not estimated. Synaptic operations are accumulates and"
            + " multiply-accumulates that events cause; those of the directly encoded input stand"
            + " under counted MACs only, once an inference. The output accumulates and never fires;"
            + " the total's rates are over all neurons that can.",
        "class",
        "note");
  }

  private static List<String> row(LayerRun layer) {
    boolean spikes = layer.spikes();
    return List.of(
        layer.name(),
        layer.facts().kind(),
        Figures.whole(layer.neurons()),
        spikes ? Figures.mean(layer.spikesPerInference()) : Figures.NONE,
        spikes ? Figures.rate(layer.spikesPerNeuronPerTimestep()) : Figures.NONE,
        spikes
            ? Figures.withError(layer.spikesPerNeuronPerInference(), layer.standardError())
            : Figures.NONE,
        Figures.mean(layer.synapticOperations()),
        Figures.mean(layer.multiplyAccumulates()),
        Figures.whole(layer.facts().denseOperations()));
  }

  private static List<String> total(List<LayerRun> layers, int timesteps) {
    long neurons = layers.stream().filter(LayerRun::spikes).mapToLong(LayerRun::neurons).sum();
    double spikes = layers.stream().mapToDouble(LayerRun::spikesPerInference).sum();
    return List.of(
        "total",
        "",
        Figures.whole(neurons),
        Figures.mean(spikes),
        neurons == 0 ? Figures.NONE : Figures.rate(spikes / neurons / timesteps),
        neurons == 0 ? Figures.NONE : Figures.rate(spikes / neurons),
        Figures.mean(layers.stream().mapToDouble(LayerRun::synapticOperations).sum()),
        Figures.mean(layers.stream().mapToDouble(LayerRun::multiplyAccumulates).sum()),
        Figures.whole(layers.stream().mapToLong(layer -> layer.facts().denseOperations()).sum()));
  }
}
