package org.spikeledger.tools.report;

import java.util.List;
import java.util.function.Consumer;

/** What the spiking stages of a training did, by layer. */
final class NeuronSections {

  private NeuronSections() {}

  /**
   * Writes them, or that there are none yet.
   *
   * @param layers of each spiking stage, in order
   * @param againstTimesteps writes the figure of what the stages came to against T and more
   */
  static void write(Markup page, List<LayerValues> layers, Consumer<Markup> againstTimesteps) {
    if (layers.isEmpty()) {
      page.leaf("p", "No spiking stage has begun yet.", "class", "note");
      return;
    }
    page.open("section").leaf("h2", "Timesteps and spikes").line();
    againstTimesteps.accept(page);
    StageCharts.writeLayers(
        page,
        layers,
        "Spike rate by layer: spikes per neuron per timestep",
        TrainingEpoch.Layer::spikeRate);
    page.close().open("section").leaf("h2", "Neurons").line();
    StageCharts.writeLayers(page, layers, "Threshold by layer", TrainingEpoch.Layer::threshold);
    StageCharts.writeLayers(
        page,
        layers,
        "Leak by layer: the part of the potential that stays",
        TrainingEpoch.Layer::leak);
    page.close().line();
  }
}
