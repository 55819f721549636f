package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Tensor;

/** The neurons of a layer that something happens to in every timestep: a bias or a drift. */
final class AlwaysVisited {

  private final Layout layout;
  private final NeuronBits bits;

  private AlwaysVisited(Layout layout) {
    this.layout = layout;
    this.bits = new NeuronBits(layout);
  }

  static NeuronBits of(Graph graph, String name, Layout layout) {
    AlwaysVisited visited = new AlwaysVisited(layout);
    for (String source : graph.sources(name)) {
      if (graph.node(source) instanceof Connection connection) {
        connection.bias().ifPresent(bias -> visited.addBiased(bias.toArray()));
      }
    }
    if (graph.node(name) instanceof Population population) {
      visited.addDrifting(population.drift());
    }
    return visited.bits;
  }

  private void addBiased(float[] bias) {
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      for (int channel = 0; channel < bias.length; channel++) {
        if (bias[channel] != 0f) {
          bits.setChannel(pixel, channel);
        }
      }
    }
  }

  private void addDrifting(Tensor drift) {
    if (drift.isZero()) {
      return;
    }
    for (int i = 0; i < layout.size(); i++) {
      if (drift.get(i) != 0f) {
        bits.set(layout.order().fromNir(i));
      }
    }
  }
}
