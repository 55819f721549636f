package org.spikeledger.tools.cli.profile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.profile.AnnAgainstSnn;
import org.spikeledger.simulator.profile.AnnRule;
import org.spikeledger.simulator.profile.ConnectionActivity;
import org.spikeledger.simulator.profile.Footprint;
import org.spikeledger.simulator.profile.LayerSpikes;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.profile.ToolFigure;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.json.Json;

/** A profile as JSON: counts are sums over all inferences; means say so. */
final class ProfileJson {

  private ProfileJson() {}

  static Map<String, Object> of(RunSummary run, NetworkProfile profile) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("inferences", profile.inferences());
    json.put("layers", profile.layers().stream().map(each -> layer(run, each)).toList());
    json.put("connections", profile.connections().stream().map(ProfileJson::connection).toList());
    json.put("footprint", footprint(profile.footprint()));
    json.put("ann", ann(profile));
    json.put("rasters", profile.rasters());
    json.put("otherTools", ToolFigure.of(profile));
    return json;
  }

  private static Map<String, Object> layer(RunSummary run, LayerSpikes layer) {
    int index = layer.facts().layer().index();
    double neurons = layer.facts().layer().neurons();
    List<Double> rates = new ArrayList<>();
    for (int t = 0; t < run.timesteps(); t++) {
      rates.add(run.counts().get(index, t, Primitive.SPIKES) / neurons / run.samples());
    }
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", layer.facts().layer().name());
    json.put("neurons", layer.facts().layer().neurons());
    json.put("spikesPerNeuronByTimestep", rates);
    json.put("histogramOfSpikesPerNeuronPerInference", layer.histogram());
    json.put("deadNeurons", layer.dead());
    json.put("saturatedNeurons", layer.saturated());
    return json;
  }

  private static Map<String, Object> connection(ConnectionActivity each) {
    Map<String, Object> reads = new LinkedHashMap<>();
    reads.put("noReuse", each.crossings());
    reads.put("oncePerTimestep", each.weightsUsedOnce());
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", each.facts().name());
    json.put("layer", each.facts().layer());
    json.put("denseOperations", each.facts().denseOperations());
    json.put("synapses", each.facts().synapses());
    json.put("events", each.events());
    json.put("crossings", each.crossings());
    json.put("effectiveCrossings", each.effectiveCrossings());
    json.put("weightReads", reads);
    return json;
  }

  private static Map<String, Object> footprint(Footprint footprint) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bytes", footprint.bytes());
    json.put("weights", footprint.weights());
    json.put("zeroWeights", footprint.zeroWeights());
    json.put("biases", footprint.biases());
    json.put("neuronParameters", footprint.neuronParameters());
    json.put("potentials", footprint.potentials());
    json.put("connectionSparsity", footprint.connectionSparsity());
    return json;
  }

  private static Map<String, Object> ann(NetworkProfile profile) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("images", profile.annImages());
    json.put("whyNotRun", profile.whyNoAnn().orElse(null));
    json.put("unclipped", AnnRule.UNCLIPPED.formula());
    json.put("clipped", AnnRule.CLIPPED.formula());
    json.put("layers", profile.annAgainstSnn().stream().map(ProfileJson::against).toList());
    json.put("shareOfOperationsOnNonZeroActivations", profile.annDensities());
    return json;
  }

  private static Map<String, Object> against(AnnAgainstSnn each) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", each.layer());
    json.put("meanActivationClipped", each.meanActivation());
    json.put("meanRatePerTimestep", each.meanRate());
    json.put("correlationClipped", Json.orNull(each.correlationClipped()));
    json.put("correlationUnclipped", Json.orNull(each.correlationUnclipped()));
    json.put("points", each.points());
    return json;
  }
}
