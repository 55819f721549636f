package org.spikeledger.training.adopt;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;

/** Which node of one graph stands for which of another: by name, or by place in a chain. */
final class NodePairs {
  private NodePairs() {}

  /**
   * The nodes of a graph by the names that they have in a template.
   *
   * @throws BadInputException where the names differ and the graph is no chain of as many nodes
   */
  static Map<String, String> of(Graph template, Graph graph) {
    Map<String, String> pairs = new TreeMap<>();
    if (template.nodes().keySet().equals(graph.nodes().keySet())) {
      checkEdges(template.edges(), graph.edges());
      template.nodes().keySet().forEach(name -> pairs.put(name, name));
      return pairs;
    }
    List<String> names = chain(template);
    List<String> others = chain(graph);
    if (names.size() != others.size()
        || names.size() != template.nodes().size()
        || others.size() != graph.nodes().size()) {
      throw refusal(template, graph);
    }
    for (int i = 0; i < names.size(); i++) {
      pairs.put(names.get(i), others.get(i));
    }
    return pairs;
  }

  private static void checkEdges(List<Edge> configured, List<Edge> edges) {
    List<Edge> different = new ArrayList<>(configured);
    different.removeAll(edges);
    edges.stream().filter(edge -> !configured.contains(edge)).forEach(different::add);
    if (!different.isEmpty()) {
      throw new BadInputException(
          "a network that is trained on has the edges of the configured one: in one alone="
              + different.getFirst());
    }
  }

  /** The nodes from the input on, as far as each feeds one other. */
  private static List<String> chain(Graph graph) {
    List<String> names = new ArrayList<>();
    List<String> next = List.of(graph.inputName());
    while (next.size() == 1 && !names.contains(next.getFirst())) {
      names.add(next.getFirst());
      next = graph.targets(next.getFirst());
    }
    return names;
  }

  private static BadInputException refusal(Graph template, Graph graph) {
    return new BadInputException(
        "a network that is trained on has the nodes of the configured one, with the same names or in"
            + " one chain: nodes=%d configured=%d"
                .formatted(graph.nodes().size(), template.nodes().size()));
  }
}
