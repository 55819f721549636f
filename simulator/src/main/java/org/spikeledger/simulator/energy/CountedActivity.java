package org.spikeledger.simulator.energy;

import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;

/**
 * What prices are applied to.
 *
 * @param layers what the graph says of each layer, in order
 * @param connections what the graph says of each connection; empty where the graph is not at hand
 *     (a trace alone), and then a layer's connections are taken together
 * @param counts summed over the inferences
 * @param inferences how many, at least 1
 */
public record CountedActivity(
    List<LayerFacts> layers, List<ConnectionFacts> connections, Counts counts, long inferences) {

  /** Checks that counts and facts belong together. */
  public CountedActivity {
    layers = List.copyOf(layers);
    connections = List.copyOf(connections);
    if (inferences < 1) {
      throw new BadInputException("energy needs an inference: inferences=" + inferences);
    }
    if (layers.size() != counts.layers()) {
      throw new BadInputException(
          "counts and facts describe the same layers: counts=%d facts=%d"
              .formatted(counts.layers(), layers.size()));
    }
  }

  /** The activity of a network whose graph is at hand. */
  public static CountedActivity of(Graph graph, ValueKind input, Counts counts, long inferences) {
    return new CountedActivity(
        LayerFacts.of(graph, input), ConnectionFacts.of(graph, input), counts, inferences);
  }

  /** T. */
  public int timesteps() {
    return counts.timesteps();
  }

  List<LayerActivity> layerActivities() {
    return LayerActivity.of(this);
  }
}
