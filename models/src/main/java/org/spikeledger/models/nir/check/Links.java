package org.spikeledger.models.nir.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.nir.RawNetwork;

/**
 * Who feeds whom, over the edges whose two ends exist.
 *
 * @param sources by node, in name order
 * @param targets by node, in name order
 * @param backEdges those that close a cycle on a walk that goes depth-first, in name order, from
 *     the input
 * @param order the nodes, each after all that feed it but over back edges
 */
record Links(
    SortedMap<String, List<String>> sources,
    SortedMap<String, List<String>> targets,
    Set<Edge> backEdges,
    List<String> order) {

  static Links of(RawNetwork network) {
    Set<Edge> whole = new TreeSet<>();
    for (Edge edge : network.edges()) {
      if (network.nodes().containsKey(edge.source())
          && network.nodes().containsKey(edge.target())) {
        whole.add(edge);
      }
    }
    SortedMap<String, List<String>> sources = new TreeMap<>(NameOrder.BY_CODE_POINT);
    SortedMap<String, List<String>> targets = new TreeMap<>(NameOrder.BY_CODE_POINT);
    for (String name : network.nodes().keySet()) {
      sources.put(name, new ArrayList<>());
      targets.put(name, new ArrayList<>());
    }
    for (Edge edge : whole) {
      sources.get(edge.target()).add(edge.source());
      targets.get(edge.source()).add(edge.target());
    }
    Walk walk = new Walk(targets);
    network.nodes().forEach((name, node) -> walk.startAtInput(name, node.type()));
    network.nodes().keySet().forEach(walk::start);
    return new Links(sources, targets, walk.backEdges, walk.finished.reversed());
  }

  /** Depth-first without recursion, as a chain in a file can be longer than a stack is deep. */
  private static final class Walk {

    private final Map<String, List<String>> targets;
    private final Set<Edge> backEdges = new TreeSet<>();
    private final List<String> finished = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Set<String> onPath = new HashSet<>();

    Walk(Map<String, List<String>> targets) {
      this.targets = targets;
    }

    void startAtInput(String name, String type) {
      if (type.equals("Input")) {
        start(name);
      }
    }

    void start(String from) {
      if (!seen.add(from)) {
        return;
      }
      Deque<String> path = new ArrayDeque<>();
      Deque<Iterator<String>> rest = new ArrayDeque<>();
      enter(from, path, rest);
      while (!path.isEmpty()) {
        if (!rest.peek().hasNext()) {
          rest.pop();
          String name = path.pop();
          onPath.remove(name);
          finished.add(name);
          continue;
        }
        String next = rest.peek().next();
        if (onPath.contains(next)) {
          backEdges.add(new Edge(path.peek(), next));
        } else if (seen.add(next)) {
          enter(next, path, rest);
        }
      }
    }

    private void enter(String name, Deque<String> path, Deque<Iterator<String>> rest) {
      path.push(name);
      rest.push(targets.get(name).iterator());
      onPath.add(name);
    }
  }
}
