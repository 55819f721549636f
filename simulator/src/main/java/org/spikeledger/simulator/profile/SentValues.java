package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * The values that arrive at each node in one timestep of an inference, dense, by NIR index, rebuilt
 * from its input and its spikes. One thread uses it.
 */
final class SentValues {

  private final Graph graph;
  private final DenseNodes nodes;
  private final Map<String, Integer> layers = new HashMap<>();
  private final Map<String, float[]> sent = new HashMap<>();
  private InferenceRecord record;
  private int timestep;

  SentValues(Graph graph) {
    this.graph = graph;
    this.nodes = new DenseNodes(graph);
    Layer.of(graph).forEach(layer -> layers.put(layer.name(), layer.index()));
  }

  /** Turns to a timestep of an inference. */
  void at(InferenceRecord inference, int step) {
    record = inference;
    timestep = step;
    sent.clear();
  }

  /** What arrives at a node: the sum of what its sources send. */
  float[] arriving(String name) {
    List<String> sources = graph.sources(name);
    float[] sum = sent(sources.getFirst());
    if (sources.size() > 1) {
      sum = sum.clone();
      for (String source : sources.subList(1, sources.size())) {
        float[] values = sent(source);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[i];
        }
      }
    }
    return sum;
  }

  private float[] sent(String name) {
    float[] known = sent.get(name);
    if (known == null) {
      known = send(name);
      sent.put(name, known);
    }
    return known;
  }

  private float[] send(String name) {
    Node node = graph.node(name);
    if (node instanceof Input) {
      return input(record.input(), timestep);
    }
    return node instanceof Neuron ? spikes(name) : nodes.send(name, arriving(name));
  }

  /** The input's values at a timestep. */
  static float[] input(EncodedInput input, int timestep) {
    Shape shape = input.shape();
    CanonicalOrder order = CanonicalOrder.of(shape);
    float[] values = new float[shape.size()];
    switch (input) {
      case DirectInput direct -> {
        for (int i = 0; i < values.length; i++) {
          values[order.toNir(i)] = direct.value(i);
        }
      }
      case EventInput events -> {
        for (int e = events.start(timestep); e < events.start(timestep + 1); e++) {
          values[order.toNir(events.index(e))] = events.value(e);
        }
      }
    }
    return values;
  }

  private float[] spikes(String name) {
    Shape shape = graph.shape(name);
    CanonicalOrder order = CanonicalOrder.of(shape);
    float[] values = new float[shape.size()];
    SpikeLog log = record.spikes();
    int layer = layers.get(name);
    for (int i = 0; i < log.count(timestep, layer); i++) {
      values[order.toNir(log.index(timestep, layer, i))] = log.spikes(timestep, layer, i);
    }
    return values;
  }
}
