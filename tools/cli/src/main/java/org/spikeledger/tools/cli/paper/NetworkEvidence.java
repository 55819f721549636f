package org.spikeledger.tools.cli.paper;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.Baseline;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.tools.cli.network.ImageCard;

/**
 * What is known of one of our networks.
 *
 * @param card of the zoo: accuracy and rates, measured by our engine on all test images
 * @param measured what a run of this command counted, where there was one
 */
record NetworkEvidence(ImageCard card, Optional<CountedActivity> measured) {

  private static final String RATE = "spikesPerNeuronPerInference";
  private static final String WEIGHTED_RATE = "weightedSpikesPerNeuronPerInference";

  String name() {
    return card.name();
  }

  int timesteps() {
    return card.timesteps();
  }

  /** Whether its stage of training began with random weights instead of another network. */
  boolean isTrainedDirectly() {
    String begin = configuration().path("name").asText() + "-";
    for (JsonNode stage : configuration().path("stages")) {
      if (name().equals(begin + stage.path("name").asText())) {
        return stage.path("from").asText().equals("random");
      }
    }
    return false;
  }

  /** Whether currents were normalised while it was trained. */
  boolean isBatchNormalised() {
    return configuration().path("network").path("batchNormalisation").asBoolean();
  }

  private JsonNode configuration() {
    return card.rest().getOrDefault("configuration", MissingNode.getInstance());
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

  /**
   * The same weighted by the multiply-accumulates that each layer feeds, where the card says it.
   */
  OptionalDouble weightedRate() {
    JsonNode said = card.rest().get(WEIGHTED_RATE);
    return said == null ? OptionalDouble.empty() : OptionalDouble.of(said.asDouble());
  }

  /** The card's images, by which a standard error follows. */
  long samples() {
    JsonNode samples = card.rest().get("samples");
    return samples == null ? 0 : samples.asLong();
  }

  /** Energies at the paper's prices: of the run where there is one, else of the card's rates. */
  EnergyReport energy() {
    return EnergyModel.of(CostModels.paper()).report(activity());
  }

  /** What was counted; of a card spikes alone, enough for the paper's own estimate. */
  CountedActivity activity() {
    return measured.orElseGet(() -> ofCard().of(Math.max(1, samples())));
  }

  /** alpha by each rule for pooled input that is known: of the run, else as the card has it. */
  Alphas alphas() {
    Optional<Alphas> known = onCard("alpha");
    if (measured.isEmpty()) {
      return known.orElseGet(
          () -> new Alphas(List.of(alpha(energy().compute(PooledInput.MEAN_RATE)))));
    }
    return Alphas.of(rule -> energy().compute(rule).alpha());
  }

  private static Alphas.Alpha alpha(ComputeEnergy energy) {
    return new Alphas.Alpha(energy.pooledInput().key(), energy.alpha().value().orElse(Double.NaN));
  }

  /** The same at full width, with every layer's rates kept; empty where the card has none. */
  Optional<Alphas> projectedAlphas() {
    return onCard("projectedAlpha");
  }

  /** The same with memory, potentials accessed in every timestep: of the run, else of the card. */
  Optional<Alphas> alphasWithMemory(Reuse reuse) {
    return measured.isEmpty()
        ? onCard(reuse == Reuse.NONE ? "alphaWithMemory" : "alphaWithMemoryReused")
        : Optional.of(
            Alphas.of(
                rule -> energy().withMemory(rule, reuse, MembraneAccess.EVERY_TIMESTEP).alpha()));
  }

  /** The same, operations only, against the ANN in int8: of the run, else of the card. */
  Optional<Alphas> alphasAgainstInt8() {
    return measured.isEmpty()
        ? onCard("alphaAgainstInt8")
        : Optional.of(Alphas.of(rule -> study().against(Baseline.INT8).compute(rule).alpha()));
  }

  private EnergyStudy study() {
    return EnergyStudy.of(CostModels.paper(), FirstLayer.ONCE, activity(), Optional.empty());
  }

  private Optional<Alphas> onCard(String field) {
    List<Alphas.Alpha> alphas = new ArrayList<>();
    for (JsonNode each : card.rest().getOrDefault("energy", MissingNode.getInstance())) {
      if (each.path(field).isNumber()) {
        alphas.add(
            new Alphas.Alpha(each.path("pooledInput").asText(), each.path(field).asDouble()));
      }
    }
    return alphas.isEmpty() ? Optional.empty() : Optional.of(new Alphas(alphas));
  }

  /** Of one dense pass, without bias, pooling and neurons. */
  long multiplyAccumulates() {
    return activity().layers().stream().mapToLong(LayerFacts::denseOperations).sum();
  }

  /** Spikes a neuron an inference of each population, in order. */
  List<Double> rates() {
    CountedActivity counted = activity();
    return counted.layers().stream()
        .filter(LayerFacts::fires)
        .map(LayerFacts::layer)
        .map(
            layer ->
                (double) counted.counts().layer(layer.index(), Primitive.SPIKES)
                    / layer.neurons()
                    / counted.inferences())
        .toList();
  }

  private CardActivity ofCard() {
    return new CardActivity(card, RATE);
  }

  private static boolean isOutput(JsonNode layer) {
    return layer.path("name").asText().equals("output");
  }
}
