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
      int row = 0;
      for (String source : graph.sources(name)) {
        if (!isUpward(graph, new Edge(source, name))) {
          row = Math.max(row, rows.get(source) + 1);
        }
      }
      rows.put(name, row);
      while (names.size() <= row) {
        names.add(new ArrayList<>());
      }
      names.get(row).add(name);
    }
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
