package org.spikeledger.simulator.quantise;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.SumPool2d;

/** What an event of 1 stands for where each node of a quantised network sends it. */
final class EventUnits {

  private final Graph graph;
  private final double input;
  private final Map<String, Double> sent = new HashMap<>();

  private EventUnits(Graph graph, double input) {
    this.graph = graph;
    this.input = input;
  }

  static EventUnits of(Graph graph, double input) {
    EventUnits units = new EventUnits(graph, input);
    for (String name : graph.topologicalOrder()) {
      units.sent.put(name, units.sentBy(name));
    }
    return units;
  }

  /** What an event of 1 stands for that a node sends. */
  double sent(String name) {
    return sent.get(name);
  }

  /** What an event of 1 stands for that arrives at a node which is no population. */
  double arriving(String name) {
    List<String> sources = graph.sources(name);
    double first = known(sources.getFirst());
    for (String source : sources) {
      if (graph.node(source) instanceof Connection) {
        throw refused("behind every connection stands a population", source);
      }
      if (known(source) != first) {
        throw refused(
            "events that are summed have the same unit (%s, %s)".formatted(first, known(source)),
            name);
      }
    }
    return first;
  }

  private double known(String source) {
    Double known = sent.get(source);
    return known == null ? amplitude(source, graph.node(source)) : known;
  }

  private double sentBy(String name) {
    Node node = graph.node(name);
    return switch (node) {
      case Input _ -> input;
      case Connection _ -> {
        checkTargets(name);
        yield 1;
      }
      case Flatten _, Delay _, SumPool2d _ -> arriving(name);
      case AvgPool2d pool -> arriving(name) / area(name, pool);
      case Output _ -> 1;
      case Population _ -> amplitude(name, node);
    };
  }

  private static double area(String name, AvgPool2d pool) {
    boolean padded = pool.padding().rows() > 0 || pool.padding().columns() > 0;
    if (padded && !pool.countPadding()) {
      throw refused("an average pool divides by the same area everywhere", name);
    }
    return (double) pool.kernel().rows() * pool.kernel().columns();
  }

  private void checkTargets(String connection) {
    for (String target : graph.targets(connection)) {
      Node node = graph.node(target);
      if (!(node instanceof Population || node instanceof Output)) {
        throw refused("behind every connection stands a population", connection);
      }
    }
    if (graph.targets(connection).size() > 1) {
      throw refused("a connection feeds one population, whose scales it has", connection);
    }
  }

  private static double amplitude(String name, Node node) {
    if (node instanceof Neuron neuron && neuron.synapse().isEmpty()) {
      return neuron.firing().amplitude();
    }
    throw refused("a population fires and has no synaptic current", name);
  }

  /** What integer mode has no form for. */
  static BadInputException refused(String rule, String node) {
    return new BadInputException("in integer mode " + rule + ": node=" + node);
  }
}
