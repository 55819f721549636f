package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.InferenceListener;

/** Watches a run and makes its profile. Used by the thread that receives the inferences. */
public final class Profiler implements InferenceListener {

  private final Graph graph;
  private final ProfileSettings settings;
  private final int timesteps;
  private final List<LayerFacts> spiking;
  private final List<ConnectionCounter> connections;
  private final List<LayerHistogram> histograms;
  private final SentValues values;
  private final AnnComparison ann;
  private List<Raster> rasters = List.of();
  private long inferences;

  /**
   * A profiler of a run that is about to begin.
   *
   * @param graph the network
   * @param input the kind of all inputs
   * @param timesteps T
   * @param settings what to look at
   * @throws BadInputException where a layer to be drawn does not exist or never fires, or the
   *     network has a cycle or a node that a profile does not know
   */
  public Profiler(Graph graph, ValueKind input, int timesteps, ProfileSettings settings) {
    checkNoCycle(graph);
    this.graph = graph;
    this.settings = settings;
    this.timesteps = timesteps;
    this.spiking =
        LayerFacts.of(graph, input).stream().filter(each -> !each.layer().isOutput()).toList();
    List<ConnectionFacts> facts = ConnectionFacts.of(graph, input);
    this.connections = facts.stream().map(each -> new ConnectionCounter(graph, each)).toList();
    this.histograms = spiking.stream().map(each -> new LayerHistogram(each, timesteps)).toList();
    this.values = new SentValues(graph);
    this.ann = new AnnComparison(graph, facts, timesteps);
    checkRasterLayers();
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    for (int t = 0; t < timesteps; t++) {
      values.at(record, t);
      connections.forEach(each -> each.count(values.arriving(each.facts().name())));
    }
    histograms.forEach(each -> each.count(record));
    if (inferences < settings.annImages()) {
      ann.compare(record);
    }
    if (record.sample() == settings.rasterSample()) {
      rasters = spiking.stream().filter(this::isDrawn).map(each -> raster(each, record)).toList();
    }
    inferences++;
  }

  /** The profile of all inferences so far, at least one. */
  public NetworkProfile profile() {
    if (inferences == 0) {
      throw new BadInputException("a profile needs an inference: inferences=0");
    }
    Map<String, Double> densities = ann.densities();
    return new NetworkProfile(
        inferences,
        timesteps,
        histograms.stream().map(LayerHistogram::snapshot).toList(),
        connections.stream().map(ConnectionCounter::snapshot).toList(),
        ann.layers(),
        ann.images(),
        densities,
        rasters,
        Footprint.of(graph));
  }

  /** An edge against the order carries the last timestep's spikes, which are not rebuilt here. */
  private static void checkNoCycle(Graph graph) {
    List<String> order = graph.topologicalOrder();
    for (Edge edge : graph.edges()) {
      if (order.indexOf(edge.source()) >= order.indexOf(edge.target())) {
        throw new BadInputException(
            "a profile needs a network without cycles: edge=%s->%s"
                .formatted(edge.source(), edge.target()));
      }
    }
  }

  private boolean isDrawn(LayerFacts facts) {
    return settings.rasterLayers().isEmpty()
        || settings.rasterLayers().contains(facts.layer().name());
  }

  private Raster raster(LayerFacts facts, InferenceRecord record) {
    return Raster.of(graph, facts, record);
  }

  private void checkRasterLayers() {
    List<String> known = spiking.stream().map(each -> each.layer().name()).toList();
    for (String name : settings.rasterLayers()) {
      if (!known.contains(name)) {
        throw new BadInputException(
            "a raster shows a layer that fires: layer=%s known=%s"
                .formatted(name, String.join(",", known)));
      }
    }
  }
}
