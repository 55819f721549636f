package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Population;
import org.spikeledger.models.graph.Tensor;

/**
 * Puts a Delay before the first connection of each layer, as simulators do in which a layer's
 * events are on their way for one timestep: before every connection with weights that the input or
 * a population feeds with no other connection between. Edges without weights are not delayed.
 */
final class LayerDelays {

  private final SortedMap<String, Node> nodes;
  private final Map<String, List<String>> sources = new HashMap<>();

  private LayerDelays(SortedMap<String, Node> nodes, List<Edge> edges) {
    this.nodes = nodes;
    for (Edge edge : edges) {
      sources.computeIfAbsent(edge.target(), _ -> new ArrayList<>()).add(edge.source());
    }
  }

  /** Adds the nodes, and gives the edges. */
  static List<Edge> insert(
      SortedMap<String, Node> nodes, List<Edge> edges, int timesteps, ImportNotes notes) {
    LayerDelays delays = new LayerDelays(nodes, edges);
    Map<String, String> delayOf = new HashMap<>();
    for (String name : List.copyOf(nodes.keySet())) {
      if (nodes.get(name) instanceof Connection && delays.isFirst(name)) {
        String delay = delays.freeName(name + ".delay");
        nodes.put(delay, new Delay(Tensor.scalar(timesteps)));
        delayOf.put(name, delay);
        notes.decided("layerDelay=" + timesteps, name);
      }
    }
    List<Edge> changed = new ArrayList<>();
    for (Edge edge : edges) {
      changed.add(new Edge(edge.source(), delayOf.getOrDefault(edge.target(), edge.target())));
    }
    delayOf.forEach((connection, delay) -> changed.add(new Edge(delay, connection)));
    return changed;
  }

  private boolean isFirst(String connection) {
    Set<String> seen = new HashSet<>();
    List<String> open = new ArrayList<>(sources.getOrDefault(connection, List.of()));
    while (!open.isEmpty()) {
      String name = open.removeLast();
      Node node = nodes.get(name);
      if (node instanceof Population || node instanceof Input) {
        return true;
      }
      if (!(node instanceof Connection) && seen.add(name)) {
        open.addAll(sources.getOrDefault(name, List.of()));
      }
    }
    return false;
  }

  private String freeName(String wanted) {
    String name = wanted;
    while (nodes.containsKey(name)) {
      name = name + "'";
    }
    return name;
  }
}
