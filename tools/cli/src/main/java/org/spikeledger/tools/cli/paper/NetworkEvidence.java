package org.spikeledger.tools.cli.paper;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.tools.cli.network.ImageCard;

/**
 * What is known of one of our networks.
 *
 * @param card of the zoo: accuracy and rates, measured by our engine on all test images
 * @param measured what a run of this command counted, where there was one
 */
record NetworkEvidence(ImageCard card, Optional<CountedActivity> measured) {

  private static final String RATE = "spikesPerNeuronPerInference";

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
    for (JsonNode layer : ofCard().layers()) {
      spikes += layer.path(RATE).asDouble() * layer.path("neurons").asLong();
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
    return model.report(measured.orElseGet(() -> ofCard().of(Math.max(1, samples()))));
  }

  private CardActivity ofCard() {
    return new CardActivity(card, RATE);
  }

  private static boolean isOutput(JsonNode layer) {
    return layer.path("name").asText().equals("output");
  }
}
