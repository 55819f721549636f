package org.spikeledger.models.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.spikeledger.models.BadInputException;

/** The rules of nodes and edges that hold whatever the parameters are. */
final class Structure {

  private Structure() {}

  static void check(Map<String, Node> nodes, List<Edge> edges) {
    checkOne(nodes, Input.class);
    checkOne(nodes, Output.class);
    Set<Edge> seen = new HashSet<>();
    for (Edge edge : edges) {
      checkEnd(nodes, edge, edge.source());
      checkEnd(nodes, edge, edge.target());
      if (!seen.add(edge)) {
        throw new BadInputException("an edge must not stand twice: edge=" + edge);
      }
      if (nodes.get(edge.target()) instanceof Input) {
        throw new BadInputException("nothing may feed the input: edge=" + edge);
      }
      if (nodes.get(edge.source()) instanceof Output) {
        throw new BadInputException("the output may feed nothing: edge=" + edge);
      }
    }
  }

  static void checkReach(
      Map<String, Node> nodes,
      Map<String, List<String>> sources,
      Map<String, List<String>> targets) {
    nodes.forEach(
        (name, node) -> {
          if (!(node instanceof Input) && sources.get(name).isEmpty()) {
            throw new BadInputException("every node but the input needs a source: node=" + name);
          }
          if (!(node instanceof Output) && targets.get(name).isEmpty()) {
            throw new BadInputException("every node but the output needs a target: node=" + name);
          }
        });
    Set<String> reached = reached(nodes, targets);
    for (String name : nodes.keySet()) {
      if (!reached.contains(name)) {
        throw new BadInputException("every node must be reached from the input: node=" + name);
      }
    }
  }

  private static Set<String> reached(Map<String, Node> nodes, Map<String, List<String>> targets) {
    Deque<String> open = new ArrayDeque<>();
    nodes.forEach(
        (name, node) -> {
          if (node instanceof Input) {
            open.push(name);
          }
        });
    Set<String> reached = new HashSet<>(open);
    while (!open.isEmpty()) {
      for (String target : targets.get(open.pop())) {
        if (reached.add(target)) {
          open.push(target);
        }
      }
    }
    return reached;
  }

  private static void checkOne(Map<String, Node> nodes, Class<? extends Node> type) {
    List<String> found =
        nodes.entrySet().stream()
            .filter(entry -> type.isInstance(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    if (found.size() != 1) {
      throw new BadInputException(
          "a network has exactly one " + type.getSimpleName() + ": nodes=" + found);
    }
  }

  private static void checkEnd(Map<String, Node> nodes, Edge edge, String end) {
    if (!nodes.containsKey(end)) {
      throw new BadInputException(
          "both ends of an edge must be nodes of the network: edge=" + edge + " missing=" + end);
    }
  }
}
