package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;

/**
 * Where the nodes of a network stand in a picture: a row a step of the longest path from the input,
 * so that edges lead downwards but those at which a cycle is cut.
 */
final class GraphPlaces {

  private final Map<String, Integer> rows = new HashMap<>();
  private final List<List<String>> names = new ArrayList<>();

  private GraphPlaces(Graph graph) {
    for (String name : graph.topologicalOrder()) {
      rows.put(name, belowSources(graph, name));
    }
    for (String name : graph.topologicalOrder().reversed()) {
      if (rows.get(name) == 0 && !name.equals(graph.inputName())) {
        rows.put(name, aboveTargets(graph, name));
      }
    }
    for (String name : graph.topologicalOrder()) {
      while (names.size() <= row(name)) {
        names.add(new ArrayList<>());
      }
      names.get(row(name)).add(name);
    }
  }

  private int belowSources(Graph graph, String name) {
    int row = 0;
    for (String source : graph.sources(name)) {
      if (!isUpward(graph, new Edge(source, name))) {
        row = Math.max(row, row(source) + 1);
      }
    }
    return row;
  }

  /** What only a cut edge feeds stands beside its cycle, not beside the input. */
  private int aboveTargets(Graph graph, String name) {
    return graph.targets(name).stream()
            .filter(target -> !isUpward(graph, new Edge(name, target)))
            .mapToInt(this::row)
            .min()
            .orElse(1)
        - 1;
  }

  static GraphPlaces of(Graph graph) {
    return new GraphPlaces(graph);
  }

  /** Whether a cycle is cut at an edge. */
  static boolean isUpward(Graph graph, Edge edge) {
    return graph.cycleCut().previousTimestep().contains(edge)
        || graph.cycleCut().intoDelays().contains(edge);
  }

  int row(String name) {
    return rows.get(name);
  }

  int rows() {
    return names.size();
  }

  /** The place of a node in its row, 0 being the middle. */
  double column(String name) {
    List<String> row = names.get(row(name));
    return row.indexOf(name) - (row.size() - 1) / 2.0;
  }

  /** The most nodes of a row. */
  int columns() {
    return names.stream().mapToInt(List::size).max().orElse(1);
  }
}
