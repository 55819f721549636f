package org.spikeledger.tools.cli.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.ImportProfile;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.ZooCard;

/**
 * What is known of one of our networks.
 *
 * @param card of the zoo: accuracy and rates, measured by our engine on all test images
 * @param measured what a run of this command counted, where there was one
 */
record NetworkEvidence(ZooCard card, Optional<CountedActivity> measured) {

  String name() {
    return card.name();
  }

  int timesteps() {
    return card.timesteps();
  }

  /** Spikes a neuron an inference, over all neurons that fire. */
  double rate() {
    double spikes = 0;
    double neurons = 0;
    for (JsonNode layer : layers()) {
      spikes +=
          layer.path("spikesPerNeuronPerInference").asDouble() * layer.path("neurons").asLong();
      neurons += isOutput(layer) ? 0 : layer.path("neurons").asLong();
    }
    return neurons == 0 ? Double.NaN : spikes / neurons;
  }

  /** The card's images, by which a standard error follows. */
  long samples() {
    JsonNode samples = card.rest().get("samples");
    return samples == null ? 0 : samples.asLong();
  }

  /** Energies at the paper's prices: of the run where there is one, else of the card's rates. */
  EnergyReport energy() {
    EnergyModel model = EnergyModel.of(CostModels.paper());
    return model.report(measured.orElseGet(this::ofCard));
  }

  /** Spikes alone, as the card has them: enough for the paper's own estimate. */
  private CountedActivity ofCard() {
    Graph graph = LoadedNetwork.of("zoo:" + name(), ImportProfile.named("nir").options()).graph();
    long samples = Math.max(1, samples());
    Counters counters = new Counters(Layer.of(graph).size(), timesteps());
    for (LayerFacts facts : LayerFacts.of(graph, ValueKind.ANALOG)) {
      Layer layer = facts.layer();
      counters.add(
          layer.index(),
          0,
          Primitive.SPIKES,
          Math.round(rate(layer.name()) * layer.neurons() * samples));
    }
    return CountedActivity.of(graph, ValueKind.ANALOG, counters.snapshot(), samples);
  }

  private double rate(String layer) {
    for (JsonNode each : layers()) {
      if (each.path("name").asText().equals(layer)) {
        return each.path("spikesPerNeuronPerInference").asDouble();
      }
    }
    return 0;
  }

  private JsonNode layers() {
    JsonNode layers = card.rest().get("layers");
    return layers == null ? MissingNode.getInstance() : layers;
  }

  private static boolean isOutput(JsonNode layer) {
    return layer.path("name").asText().equals("output");
  }
}
