package org.spikeledger.simulator.profile;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.CanonicalOrder;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Integrator;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.DirectInput;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.engine.SpikeLog;

/**
 * The values that arrive at each node in one timestep of an inference, dense, by NIR index, rebuilt
 * from its input, its spikes and the potentials that integrators send. One thread uses it.
 */
final class SentValues {

  private final Graph graph;
  private final DenseNodes nodes;
  private final SentPotentials potentials;
  private final Map<String, Integer> layers = new HashMap<>();
  private final Map<String, DelayedValues> delays = new HashMap<>();
  private final Map<String, float[]> sent = new HashMap<>();
  private final Map<Edge, float[]> previous = new HashMap<>();
  private InferenceRecord record;
  private int timestep;

  SentValues(Graph graph) {
    this.graph = graph;
    this.nodes = new DenseNodes(graph);
    this.potentials = new SentPotentials(graph);
    Layer.of(graph).forEach(layer -> layers.put(layer.name(), layer.index()));
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof Delay delay) {
                delays.put(name, new DelayedValues(delay, graph.shape(name).size()));
              }
            });
  }

  /** Turns to a timestep of an inference; each of them in order, from 0. */
  void at(InferenceRecord inference, int step) {
    if (step == 0) {
      delays.values().forEach(DelayedValues::begin);
      for (Edge edge : graph.cycleCut().previousTimestep()) {
        previous.put(edge, new float[graph.shape(edge.source()).size()]);
      }
    } else {
      holdForLater();
    }
    record = inference;
    timestep = step;
    sent.clear();
    // In this order no call for a node's values goes deeper than its sources.
    graph.topologicalOrder().stream()
        .filter(name -> !(graph.node(name) instanceof Output))
        .forEach(this::sent);
  }

  /** Keeps what this timestep sends to later ones, before it is forgotten. */
  private void holdForLater() {
    Map<Edge, float[]> leaving = new HashMap<>();
    for (Edge edge : graph.cycleCut().previousTimestep()) {
      leaving.put(edge, sent(edge.source()));
    }
    delays.forEach(
        (name, delay) -> {
          sent(name);
          if (delay.holdsBackAll()) {
            delay.receive(arriving(name), timestep);
          }
        });
    previous.putAll(leaving);
  }

  /** What arrives at a node: the sum of what its sources send. */
  float[] arriving(String name) {
    List<String> sources = graph.sources(name);
    float[] sum = over(sources.getFirst(), name);
    if (sources.size() > 1) {
      sum = sum.clone();
      for (String source : sources.subList(1, sources.size())) {
        float[] values = over(source, name);
        for (int i = 0; i < sum.length; i++) {
          sum[i] += values[i];
        }
      }
    }
    return sum;
  }

  /** What an edge carries. */
  private float[] over(String source, String target) {
    float[] earlier = previous.get(new Edge(source, target));
    return earlier == null ? sent(source) : earlier;
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
    return switch (graph.node(name)) {
      case Input _ -> input(record.input(), timestep);
      case Neuron neuron -> spikes(name, neuron.firing().amplitude());
      case Integrator _ -> potentials.at(record, timestep, name);
      case Delay _ -> delayed(name);
      default -> nodes.send(name, arriving(name));
    };
  }

  private float[] delayed(String name) {
    DelayedValues delay = delays.get(name);
    if (!delay.holdsBackAll()) {
      delay.receive(arriving(name), timestep);
    }
    return delay.send(timestep);
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

  private float[] spikes(String name, float amplitude) {
    Shape shape = graph.shape(name);
    CanonicalOrder order = CanonicalOrder.of(shape);
    float[] values = new float[shape.size()];
    SpikeLog log = record.spikes();
    int layer = layers.get(name);
    for (int i = 0; i < log.count(timestep, layer); i++) {
      values[order.toNir(log.index(timestep, layer, i))] =
          log.spikes(timestep, layer, i) * amplitude;
    }
    return values;
  }
}
