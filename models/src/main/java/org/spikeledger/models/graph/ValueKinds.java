package org.spikeledger.models.graph;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
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
  private final Set<String> constant = new HashSet<>();
  private final Set<String> pooled = new HashSet<>();

  private ValueKinds(Graph graph) {
    this.graph = graph;
  }

  /** Follows the values from the input to the output. */
  public static ValueKinds of(Graph graph, ValueKind input) {
    ValueKinds kinds = new ValueKinds(graph);
    // A cycle without a population may need to be followed more than once.
    while (kinds.follow(input)) {
      kinds.constant.clear();
    }
    return kinds;
  }

  /** One walk in topological order; whether it found anything new. */
  private boolean follow(ValueKind input) {
    boolean changed = false;
    for (String name : graph.topologicalOrder()) {
      ValueKind kind = infer(name, input);
      changed |= sent.put(name, kind) != kind;
      followConstant(name, input);
      changed |= followPooled(name);
    }
    return changed;
  }

  /** What a node sends. */
  public ValueKind sent(String name) {
    return sent.getOrDefault(name, ValueKind.BINARY);
  }

  /** What arrives at a node: the kind of its source, or of the sum of its sources. */
  public ValueKind arriving(String name) {
    List<String> sources = graph.sources(name);
    if (sources.size() == 1) {
      return sent(sources.getFirst());
    }
    boolean analog = sources.stream().anyMatch(source -> sent(source) == ValueKind.ANALOG);
    return analog ? ValueKind.ANALOG : ValueKind.GRADED;
  }

  /**
   * Whether a node sends the same values at every timestep: a directly encoded input, and what
   * connections, pools and Flatten make of it alone. They are computed once an inference.
   */
  public boolean isConstant(String name) {
    return constant.contains(name);
  }

  /** Whether all that arrives at a node is the same at every timestep. */
  public boolean arrivesConstant(String name) {
    return constant.containsAll(graph.sources(name));
  }

  /** Whether pooled events arrive at a node, perhaps through Flatten or Delay. */
  public boolean arrivesPooled(String name) {
    return graph.sources(name).stream().anyMatch(pooled::contains);
  }

  /** Whether a node sends pooled events: a pool, perhaps through Flatten or Delay. */
  public boolean isPooled(String name) {
    return pooled.contains(name);
  }

  private void followConstant(String name, ValueKind input) {
    Node node = graph.node(name);
    boolean direct = node instanceof Input && input == ValueKind.ANALOG;
    boolean passes = node instanceof Connection || node instanceof Pool || node instanceof Flatten;
    if (direct || (passes && arrivesConstant(name))) {
      constant.add(name);
    }
  }

  private boolean followPooled(String name) {
    Node node = graph.node(name);
    boolean passes = node instanceof Flatten || node instanceof Delay;
    return (node instanceof Pool || (passes && arrivesPooled(name))) && pooled.add(name);
  }

  private ValueKind infer(String name, ValueKind input) {
    return switch (graph.node(name)) {
      case Input _ -> input;
      case Connection _ -> ValueKind.ANALOG;
      case Pool _ -> arriving(name) == ValueKind.ANALOG ? ValueKind.ANALOG : ValueKind.GRADED;
      case Flatten _, Delay _, Output _ -> arriving(name);
      case Integrator _ -> ValueKind.ANALOG;
      case Neuron neuron -> neuron.firing().isBinary() ? ValueKind.BINARY : ValueKind.GRADED;
    };
  }
}
