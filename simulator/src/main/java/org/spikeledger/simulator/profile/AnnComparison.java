package org.spikeledger.simulator.profile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.simulator.count.ConnectionFacts;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/** Holds the ANN of the same weights against the SNN on the first images. One thread uses it. */
final class AnnComparison {

  private static final int POINTS = 400;
  private static final int POINT_IMAGES = 4;

  private final Graph graph;
  private final List<ConnectionFacts> connections;
  private final List<Layer> layers;
  private final int timesteps;
  private final AnnOfSameWeights clipped;
  private final AnnOfSameWeights unclipped;
  private final Map<String, Correlation> clippedCorrelations = new HashMap<>();
  private final Map<String, Correlation> unclippedCorrelations = new HashMap<>();
  private final Map<String, List<AnnAgainstSnn.Point>> points = new HashMap<>();
  private final Map<String, Long> nonZero = new HashMap<>();
  private int images;

  AnnComparison(Graph graph, List<ConnectionFacts> connections, int timesteps) {
    this.graph = graph;
    this.connections = connections;
    this.timesteps = timesteps;
    this.layers =
        Layer.of(graph).stream()
            .filter(layer -> graph.node(layer.name()) instanceof Neuron)
            .toList();
    this.clipped = new AnnOfSameWeights(graph, AnnRule.CLIPPED, timesteps);
    this.unclipped = new AnnOfSameWeights(graph, AnnRule.UNCLIPPED, timesteps);
  }

  int images() {
    return images;
  }

  void compare(InferenceRecord record) {
    clipped.run(record.input());
    unclipped.run(record.input());
    for (Layer layer : layers) {
      compare(layer, rates(layer, record.spikes()));
    }
    for (ConnectionFacts each : connections) {
      long active = 0;
      for (float value : unclipped.arriving(each.name())) {
        active += value != 0f ? 1 : 0;
      }
      nonZero.merge(each.name(), active, Long::sum);
    }
    images++;
  }

  private float[] rates(Layer layer, SpikeLog log) {
    CanonicalOrder order = CanonicalOrder.of(graph.shape(layer.name()));
    float[] rates = new float[layer.neurons()];
    for (int t = 0; t < timesteps; t++) {
      for (int i = 0; i < log.count(t, layer.index()); i++) {
        rates[order.toNir(log.index(t, layer.index(), i))] += log.spikes(t, layer.index(), i);
      }
    }
    for (int i = 0; i < rates.length; i++) {
      rates[i] /= timesteps;
    }
    return rates;
  }

  private void compare(Layer layer, float[] rates) {
    float[] activations = clipped.sent(layer.name());
    float[] unbounded = unclipped.sent(layer.name());
    Correlation ofClipped =
        clippedCorrelations.computeIfAbsent(layer.name(), n -> new Correlation());
    Correlation ofUnclipped =
        unclippedCorrelations.computeIfAbsent(layer.name(), n -> new Correlation());
    for (int i = 0; i < rates.length; i++) {
      ofClipped.add(activations[i], rates[i]);
      ofUnclipped.add(unbounded[i], rates[i]);
    }
    if (images < POINT_IMAGES) {
      keepPoints(layer.name(), activations, rates);
    }
  }

  private void keepPoints(String layer, float[] activations, float[] rates) {
    List<AnnAgainstSnn.Point> kept = points.computeIfAbsent(layer, n -> new ArrayList<>());
    int number = Math.min(rates.length, POINTS / POINT_IMAGES);
    for (int i = 0; i < number; i++) {
      int neuron = (int) ((long) i * rates.length / number);
      kept.add(new AnnAgainstSnn.Point(activations[neuron], rates[neuron]));
    }
  }

  List<AnnAgainstSnn> layers() {
    return images == 0 ? List.of() : layers.stream().map(layer -> result(layer.name())).toList();
  }

  private AnnAgainstSnn result(String layer) {
    Correlation correlation = clippedCorrelations.get(layer);
    return new AnnAgainstSnn(
        layer,
        correlation.meanX(),
        correlation.meanY(),
        correlation.value(),
        unclippedCorrelations.get(layer).value(),
        points.get(layer));
  }

  /**
   * For each layer the share of dense operations whose activation in the unclipped ANN is not 0.
   */
  Map<String, Double> densities() {
    Map<String, Double> active = new HashMap<>();
    Map<String, Double> all = new HashMap<>();
    if (images > 0) {
      for (ConnectionFacts each : connections) {
        double share = (double) nonZero.get(each.name()) / images / each.inputs();
        active.merge(each.layer(), share * each.denseOperations(), Double::sum);
        all.merge(each.layer(), (double) each.denseOperations(), Double::sum);
      }
    }
    active.replaceAll((layer, operations) -> Math.min(1, operations / all.get(layer)));
    return active;
  }
}
