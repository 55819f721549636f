package org.spikeledger.models.graph;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The kind of values that each node sends, from the kind of the network's input: a neuron that
 * gives single spikes is binary; a pool and a sum of several sources are graded; a connection's
 * current is analog.
 */
public final class ValueKinds {

  private final Graph graph;
  private final SortedMap<String, ValueKind> sent = new TreeMap<>(NameOrder.BY_CODE_POINT);

  private ValueKinds(Graph graph) {
    this.graph = graph;
  }

  /** Follows the values from the input to the output. */
  public static ValueKinds of(Graph graph, ValueKind input) {
    ValueKinds kinds = new ValueKinds(graph);
    for (String name : graph.topologicalOrder()) {
      kinds.sent.put(name, kinds.infer(name, input));
    }
    return kinds;
  }

  /** What a node sends. */
  public ValueKind sent(String name) {
    return sent.get(name);
  }

  /** What arrives at a node: the kind of its source, or of the sum of its sources. */
  public ValueKind arriving(String name) {
    List<String> sources = graph.sources(name);
    if (sources.size() == 1) {
      return sent.get(sources.getFirst());
    }
    boolean analog = sources.stream().anyMatch(source -> sent.get(source) == ValueKind.ANALOG);
    return analog ? ValueKind.ANALOG : ValueKind.GRADED;
  }

  private ValueKind infer(String name, ValueKind input) {
    return switch (graph.node(name)) {
      case Input _ -> input;
      case Connection _ -> ValueKind.ANALOG;
      case Pool _ -> arriving(name) == ValueKind.ANALOG ? ValueKind.ANALOG : ValueKind.GRADED;
      case Flatten _, Output _ -> arriving(name);
      case Neuron neuron ->
          neuron.firing().spikeRule() == SpikeRule.SINGLE ? ValueKind.BINARY : ValueKind.GRADED;
    };
  }
}
