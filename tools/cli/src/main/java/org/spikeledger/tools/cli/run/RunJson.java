package org.spikeledger.tools.cli.run;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.MembraneAccess.Access;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.SpikeStatistics;
import org.spikeledger.tools.cli.json.Json;

/**
 * A run as one JSON object. Counts are sums over all inferences of the run; {@code denseOperations}
 * are of one dense pass; means say so in their names. What is not defined is null.
 */
public final class RunJson {

  private static final String OPERATIONS_ERROR = "synapticOperationsPerInferenceStandardError";

  private RunJson() {}

  /** The object, its members in order. */
  public static Map<String, Object> of(RunSummary run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("network", run.network());
    json.put("fingerprint", run.fingerprint());
    json.put("digest", run.digest());
    json.put("dataset", run.dataset());
    json.put("samples", run.samples());
    json.put("inferences", run.samples());
    json.put("timesteps", run.timesteps());
    json.put("precision", run.precision());
    json.put("engine", run.engine());
    json.put("kernel", run.kernel());
    json.put("threads", run.threads());
    json.put("parallel", run.parallelism().key());
    json.put("accuracy", Json.orNull(run.accuracy()));
    json.put("accuracyStandardError", Json.orNull(run.accuracyStandardError()));
    json.put("wallSeconds", run.wallSeconds());
    json.put("inferencesPerSecond", run.samples() / run.wallSeconds());
    json.put("synapticOperationsPerSecond", run.counts().synapticOperations() / run.wallSeconds());
    json.put("totals", totals(run));
    json.put("layers", run.layers().stream().map(layer -> layer(run, layer)).toList());
    return json;
  }

  private static Map<String, Object> totals(RunSummary run) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("neurons", run.spikingNeurons());
    Primitive.ALL.forEach(each -> json.put(each.key(), run.counts().total(each)));
    json.put("synapticOperations", run.counts().synapticOperations());
    json.put(OPERATIONS_ERROR, run.operations().totalStandardError());
    json.put("denseOperations", run.denseOperations());
    json.put("membraneAccesses", membraneAccesses(run, run.layers()));
    return json;
  }

  private static Map<String, Object> layer(RunSummary run, LayerFacts layer) {
    Counts counts = run.counts();
    int index = layer.layer().index();
    SpikeStatistics spikes = run.spikes().get(index);
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.layer().name());
    json.put("kind", layer.kind());
    json.put("neurons", layer.layer().neurons());
    Primitive.ALL.forEach(each -> json.put(each.key(), counts.layer(index, each)));
    json.put("synapticOperations", counts.synapticOperations(index));
    json.put(OPERATIONS_ERROR, run.operations().layerStandardErrors().get(index));
    json.put("denseOperations", layer.denseOperations());
    json.put("spikeRatePerTimestep", spikes.meanPerNeuronPerInference() / run.timesteps());
    json.put("spikesPerNeuronPerInference", spikes.meanPerNeuronPerInference());
    json.put("spikesPerNeuronPerInferenceStandardError", spikes.standardError());
    json.put("membraneAccesses", membraneAccesses(run, List.of(layer)));
    return json;
  }

  private static Map<String, Access> membraneAccesses(RunSummary run, List<LayerFacts> layers) {
    Map<String, Access> json = new LinkedHashMap<>();
    for (MembraneAccess model : MembraneAccess.values()) {
      json.put(model.key(), model.of(layers, run.counts(), run.samples()));
    }
    return json;
  }
}
