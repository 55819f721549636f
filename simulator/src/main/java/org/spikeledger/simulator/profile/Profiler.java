package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.CycleCut;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.ProbedLayer;
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
  private final Optional<String> whyNoAnn;
  private List<Raster> rasters = List.of();
  private long inferences;

  /**
   * A profiler of a run that is about to begin.
   *
   * @param graph the network
   * @param input the kind of all inputs
   * @param timesteps T
   * @param settings what to look at
   * @throws BadInputException where a layer to be drawn does not exist or never fires
   */
  public Profiler(Graph graph, ValueKind input, int timesteps, ProfileSettings settings) {
    this.graph = graph;
    this.settings = settings;
    this.timesteps = timesteps;
    this.spiking =
        LayerFacts.of(graph, input).stream()
            .filter(each -> graph.node(each.layer().name()) instanceof Neuron)
            .toList();
    List<ConnectionFacts> facts = ConnectionFacts.of(graph, input);
    this.connections = facts.stream().map(each -> new ConnectionCounter(graph, each)).toList();
    this.histograms = spiking.stream().map(each -> new LayerHistogram(each, timesteps)).toList();
    this.values = new SentValues(graph);
    this.ann = new AnnComparison(graph, facts, timesteps);
    this.whyNoAnn = whyNoAnn(graph, settings);
    checkRasterLayers();
  }

  @Override
  public void onInference(InferenceRecord record, int label) {
    for (int t = 0; t < timesteps; t++) {
      values.at(record, t);
      connections.forEach(each -> each.count(values.arriving(each.facts().name())));
    }
    histograms.forEach(each -> each.count(record));
    if (whyNoAnn.isEmpty() && inferences < settings.annImages()) {
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
        whyNoAnn,
        densities,
        rasters,
        Footprint.of(graph));
  }

  /** Potentials that the run has to keep for this profile: those that are sent. */
  public List<ProbedLayer> probes() {
    return SentPotentials.probes(graph);
  }

  private static Optional<String> whyNoAnn(Graph graph, ProfileSettings settings) {
    CycleCut cut = graph.cycleCut();
    if (settings.annImages() == 0) {
      return Optional.of("it was not asked for: images=0");
    }
    return Stream.concat(cut.previousTimestep().stream(), cut.intoDelays().stream())
        .findFirst()
        .map(
            edge ->
                "a network that feeds back has no ANN of one pass: edge=%s->%s"
                    .formatted(edge.source(), edge.target()));
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
