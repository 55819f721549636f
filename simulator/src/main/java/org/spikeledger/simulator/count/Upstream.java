package org.spikeledger.simulator.count;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Population;

/**
 * What lies between a layer and the populations or the input before it.
 *
 * @param reachedByInput whether the input's values reach it undelayed
 * @param passesPool whether a pool lies between
 * @param populations that send to it, once for each edge by which they do
 */
record Upstream(boolean reachedByInput, boolean passesPool, List<String> populations) {

  static Upstream of(Graph graph, Layer layer) {
    Set<String> between = new HashSet<>();
    List<String> populations = populations(graph, layer.name(), between);
    boolean pool = between.stream().anyMatch(name -> graph.node(name) instanceof Pool);
    return new Upstream(reachedUndelayed(graph, layer), pool, populations);
  }

  /** The populations that send to a node, once for each edge by which they do. */
  static List<String> populations(Graph graph, String target) {
    return populations(graph, target, new HashSet<>());
  }

  /** The same; fills the set with the nodes that lie between. */
  private static List<String> populations(Graph graph, String target, Set<String> between) {
    List<String> populations = new ArrayList<>();
    Deque<String> open = new ArrayDeque<>(graph.sources(target));
    while (!open.isEmpty()) {
      String name = open.pop();
      if (graph.node(name) instanceof Population) {
        populations.add(name);
      } else if (between.add(name)) {
        graph.sources(name).reversed().forEach(open::push);
      }
    }
    return List.copyOf(populations);
  }

  private static boolean reachedUndelayed(Graph graph, Layer layer) {
    Set<String> between = new HashSet<>();
    Deque<String> open = new ArrayDeque<>(graph.sources(layer.name()));
    while (!open.isEmpty()) {
      String name = open.pop();
      Node node = graph.node(name);
      boolean passes = !(node instanceof Population || node instanceof Delay);
      if (passes && between.add(name)) {
        graph.sources(name).forEach(open::push);
      }
    }
    return between.stream().anyMatch(name -> graph.node(name) instanceof Input);
  }
}
