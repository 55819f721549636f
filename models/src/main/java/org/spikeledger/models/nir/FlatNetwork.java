package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;

/**
 * The nodes and edges of a network file, nested networks flattened: a node of a nested network has
 * its name behind that of the network and a dot. The Input and Output of a nested network are no
 * nodes; what they join is joined directly.
 */
final class FlatNetwork {

  private final NodeReader reader;
  private final SortedMap<String, Node> nodes = new TreeMap<>(NameOrder.BY_CODE_POINT);
  private final List<Edge> edges = new ArrayList<>();
  private final SortedMap<String, String> entries = new TreeMap<>(NameOrder.BY_CODE_POINT);
  private final SortedMap<String, String> exits = new TreeMap<>(NameOrder.BY_CODE_POINT);
  private final Set<String> ports = new LinkedHashSet<>();

  private FlatNetwork(NodeReader reader) {
    this.reader = reader;
  }

  /**
   * Reads a network with all that is nested in it.
   *
   * @param network the group that holds {@code nodes} and {@code edges}
   * @throws BadInputException naming the edge, where an end of it does not exist
   */
  static FlatNetwork read(HdfGroup network, NodeReader reader) {
    FlatNetwork flat = new FlatNetwork(reader);
    flat.add(network, "", 0);
    flat.joinAcrossPorts();
    return flat;
  }

  /** The nodes by full name; may be changed by the caller. */
  SortedMap<String, Node> nodes() {
    return nodes;
  }

  /** The edges between full names. */
  List<Edge> edges() {
    return edges;
  }

  private void add(HdfGroup network, String prefix, int depth) {
    if (depth > HdfLimits.DEPTH) {
      throw new BadInputException(
          "networks are nested at most %d deep: node=%s".formatted(HdfLimits.DEPTH, prefix));
    }
    HdfGroup members = network.group("nodes");
    for (String name : members.names()) {
      HdfGroup member = members.group(name);
      String full = prefix + name;
      if (member.dataset("type").text().equals("NIRGraph")) {
        add(member, full + ".", depth + 1);
        addPorts(full);
      } else if (nodes.putIfAbsent(full, reader.read(full, member)) != null) {
        throw new BadInputException("a node's name must be unique: node=" + full);
      }
    }
    if (nodes.size() > HdfLimits.MEMBERS) {
      throw new BadInputException(
          "a network has at most %d nodes: nodes=%d".formatted(HdfLimits.MEMBERS, nodes.size()));
    }
    for (Map.Entry<String, String> edge : network.dataset("edges").textPairs()) {
      addEdge(new Edge(prefix + edge.getKey(), prefix + edge.getValue()));
    }
  }

  private void addEdge(Edge edge) {
    for (String end : List.of(edge.source(), edge.target())) {
      if (!nodes.containsKey(end) && !entries.containsKey(end)) {
        throw new BadInputException(
            "both ends of an edge must be nodes of the network: edge=%s missing=%s"
                .formatted(edge, end));
      }
    }
    edges.add(
        new Edge(
            exits.getOrDefault(edge.source(), edge.source()),
            entries.getOrDefault(edge.target(), edge.target())));
  }

  /** The one node of a type directly inside a nested network. */
  private String port(String network, Class<? extends Node> type) {
    String prefix = network + ".";
    List<String> found =
        nodes.tailMap(prefix).entrySet().stream()
            .takeWhile(entry -> entry.getKey().startsWith(prefix))
            .filter(entry -> type.isInstance(entry.getValue()))
            .map(Map.Entry::getKey)
            .filter(name -> !ports.contains(name))
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          "a nested network has exactly one %s: nodes=%s node=%s"
              .formatted(type.getSimpleName(), found, network));
    }
    return found.getFirst();
  }

  private void addPorts(String network) {
    String entry = port(network, Input.class);
    String exit = port(network, Output.class);
    entries.put(network, entry);
    exits.put(network, exit);
    ports.add(entry);
    ports.add(exit);
  }

  private void joinAcrossPorts() {
    Map<String, List<String>> sources = new HashMap<>();
    Map<String, List<String>> targets = new HashMap<>();
    for (Edge edge : edges) {
      sources.computeIfAbsent(edge.target(), _ -> new ArrayList<>()).add(edge.source());
      targets.computeIfAbsent(edge.source(), _ -> new ArrayList<>()).add(edge.target());
    }
    long count = edges.size();
    for (String port : ports) {
      List<String> arriving = neighbours(port, sources, "source");
      List<String> leaving = neighbours(port, targets, "target");
      count += (arriving.size() - 1L) * (leaving.size() - 1L) - 1;
      if (count > HdfLimits.TEXTS / 2) {
        throw new BadInputException(
            "a network has at most %d edges: edges=%d node=%s"
                .formatted(HdfLimits.TEXTS / 2, count, port));
      }
      arriving.forEach(source -> replace(targets.get(source), port, leaving));
      leaving.forEach(target -> replace(sources.get(target), port, arriving));
      nodes.remove(port);
      targets.remove(port);
    }
    edges.clear();
    targets.forEach((source, all) -> all.forEach(target -> edges.add(new Edge(source, target))));
    Collections.sort(edges);
  }

  private static void replace(List<String> neighbours, String port, List<String> others) {
    neighbours.remove(port);
    neighbours.addAll(others);
  }

  private static List<String> neighbours(
      String port, Map<String, List<String>> edges, String missing) {
    List<String> all = edges.getOrDefault(port, List.of());
    if (all.isEmpty() || all.contains(port)) {
      throw new BadInputException(
          "what enters or leaves a nested network comes from a node and goes to one: port=%s missing=%s"
              .formatted(port, missing));
    }
    return List.copyOf(all);
  }
}
