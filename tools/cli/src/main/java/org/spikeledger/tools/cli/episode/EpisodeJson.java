package org.spikeledger.tools.cli.episode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.agent.AgentSettings;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.MembraneAccess.Access;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.EnergyReport;

/**
 * Episodes as one JSON object. Counts are sums over all environment steps; means say so in their
 * names; energies are means an environment step.
 */
final class EpisodeJson {

  private EpisodeJson() {}

  static Map<String, Object> of(
      EpisodeSummary summary, String networkName, String model, List<EpisodeEnergy> energies) {
    AgentSettings settings = summary.network().settings();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", networkName);
    json.put("fingerprint", summary.network().fingerprint());
    json.put("digest", summary.digest());
    json.put("environment", summary.environment());
    json.put("state", settings.state().key());
    json.put("timesteps", settings.timesteps());
    json.put("kernel", summary.network().kernel());
    json.put("threads", summary.threads());
    json.put("meanReward", summary.meanReward());
    json.put("rewardStandardDeviation", summary.rewardDeviation());
    json.put("steps", summary.steps());
    json.put("wallSeconds", summary.wallSeconds());
    json.put("stepsPerSecond", summary.steps() / summary.wallSeconds());
    json.put("episodes", summary.episodes());
    json.put("totals", totals(summary));
    json.put(
        "layers", summary.network().facts().stream().map(each -> layer(summary, each)).toList());
    json.put("energy", energy(model, energies));
    return json;
  }

  private static Map<String, Object> totals(EpisodeSummary summary) {
    Map<String, Object> json = new LinkedHashMap<>();
    List<LayerFacts> facts = summary.network().facts();
    json.put("neurons", summary.spikingNeurons());
    Primitive.ALL.forEach(each -> json.put(each.key(), summary.counts().total(each)));
    json.put("synapticOperations", summary.counts().synapticOperations());
    json.put("denseOperations", facts.stream().mapToLong(LayerFacts::denseOperations).sum());
    json.put("spikesPerNeuronPerStep", summary.spikesPerNeuronPerStep());
    json.put("membraneAccesses", membraneAccesses(summary, facts));
    return json;
  }

  private static Map<String, Object> layer(EpisodeSummary summary, LayerFacts layer) {
    Map<String, Object> json = new LinkedHashMap<>();
    int index = layer.layer().index();
    double rate = summary.spikesPerNeuronPerStep(layer);
    json.put("name", layer.layer().name());
    json.put("kind", layer.kind());
    json.put("neurons", layer.layer().neurons());
    Primitive.ALL.forEach(each -> json.put(each.key(), summary.counts().layer(index, each)));
    json.put("synapticOperations", summary.counts().synapticOperations(index));
    json.put("denseOperations", layer.denseOperations());
    json.put("spikeRatePerTimestep", rate / summary.network().settings().timesteps());
    json.put("spikesPerNeuronPerStep", rate);
    json.put("membraneAccesses", membraneAccesses(summary, List.of(layer)));
    return json;
  }

  private static Map<String, Access> membraneAccesses(
      EpisodeSummary summary, List<LayerFacts> layers) {
    Map<String, Access> json = new LinkedHashMap<>();
    for (MembraneAccess model : MembraneAccess.values()) {
      json.put(model.key(), summary.membraneAccesses(layers, model));
    }
    return json;
  }

  private static Map<String, Object> energy(String model, List<EpisodeEnergy> energies) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("model", model);
    json.put("accountings", energies.stream().map(EpisodeJson::energy).toList());
    json.put("notIncluded", EnergyReport.NOT_INCLUDED);
    return json;
  }

  private static Map<String, Object> energy(EpisodeEnergy energy) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("accounting", energy.accounting());
    json.put("snnPjPerStep", energy.snnPj());
    json.put("annPjPerStep", energy.annPj());
    json.put("alpha", Double.isFinite(energy.alpha()) ? energy.alpha() : null);
    return json;
  }
}
