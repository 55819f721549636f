package org.spikeledger.tools.cli.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.ZooCard;

/**
 * The spikes of a network as its card has them: enough for the paper's own estimate of energy.
 *
 * @param card of the network
 * @param rate the field of a layer that holds its spikes a neuron, an inference or environment step
 */
record CardActivity(ZooCard card, String rate) {

  /** The card's layers; a missing node where it has none. */
  JsonNode layers() {
    return card.rest().getOrDefault("layers", MissingNode.getInstance());
  }

  /** Spikes alone. */
  CountedActivity of(long inferences) {
    Graph graph =
        LoadedNetwork.of("zoo:" + card.name(), ImportProfile.named("nir").options()).graph();
    Counters counters = new Counters(Layer.of(graph).size(), card.timesteps());
    for (LayerFacts facts : LayerFacts.of(graph, ValueKind.ANALOG)) {
      Layer layer = facts.layer();
      counters.add(
          layer.index(),
          0,
          Primitive.SPIKES,
          facts.fires() ? Math.round(rate(layer.name()) * layer.neurons() * inferences) : 0);
    }
    return CountedActivity.of(graph, ValueKind.ANALOG, counters.snapshot(), inferences);
  }

  private double rate(String layer) {
    for (JsonNode each : layers()) {
      if (each.path("name").asText().equals(layer) && each.path(rate).isNumber()) {
        return each.path(rate).asDouble();
      }
    }
    throw new BadInputException(
        "a card has the rate of every layer: layer=%s rate=%s card=%s"
            .formatted(layer, rate, card.name()));
  }
}
