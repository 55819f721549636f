package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.PotentialLog;
import org.spikeledger.simulator.engine.ProbedLayer;

/**
 * The potentials that integrators (I, LI, CubaLI) send, as the run kept them: no spike tells them.
 */
final class SentPotentials {

  private final Graph graph;
  private final Map<String, Integer> layers = new HashMap<>();

  SentPotentials(Graph graph) {
    this.graph = graph;
    integrators(graph).forEach(layer -> layers.put(layer.name(), layer.index()));
  }

  /** What a run has to keep. */
  static List<ProbedLayer> probes(Graph graph) {
    return integrators(graph).stream()
        .map(
            layer ->
                new ProbedLayer(
                    layer.index(), IntStream.range(0, layer.neurons()).boxed().toList()))
        .toList();
  }

  /** What an integrator sends at a timestep, by NIR index. */
  float[] at(InferenceRecord record, int timestep, String name) {
    PotentialLog log = record.potentials();
    int probe = log.probes().stream().map(ProbedLayer::layer).toList().indexOf(layers.get(name));
    float[] values = new float[graph.shape(name).size()];
    if (probe < 0 || log.probes().get(probe).neurons().size() != values.length) {
      throw new IllegalStateException(
          "a profiled run keeps the potentials that are sent: layer=" + name);
    }
    CanonicalOrder order = CanonicalOrder.of(graph.shape(name));
    for (int i = 0; i < values.length; i++) {
      values[order.toNir(i)] = log.get(timestep, probe, i);
    }
    return values;
  }

  private static List<Layer> integrators(Graph graph) {
    return Layer.of(graph).stream()
        .filter(layer -> graph.node(layer.name()) instanceof Integrator)
        .toList();
  }
}
