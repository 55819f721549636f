package org.spikeledger.models.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A row of every table: a population, or the output, with the connections that feed it.
 *
 * @param index its place among the layers, in topological order, 0 being the first
 * @param name the population's node
 * @param neurons how many there are
 * @param isOutput whether this is the output, which accumulates and never fires
 * @param connections the connection nodes whose sums reach this population before any other, in
 *     name order; their operations stand in this row
 */
public record Layer(
    int index, String name, int neurons, boolean isOutput, List<String> connections) {

  /** All layers of a network, in topological order. */
  public static List<Layer> of(Graph graph) {
    Map<String, Integer> rows = rows(graph);
    List<Layer> layers = new ArrayList<>();
    for (String name : graph.topologicalOrder()) {
      if (isLayer(graph.node(name))) {
        int index = layers.size();
        layers.add(
            new Layer(
                index,
                name,
                graph.shape(name).size(),
                graph.node(name) instanceof Output,
                rows.entrySet().stream()
                    .filter(row -> row.getValue() == index)
                    .map(Map.Entry::getKey)
                    .filter(each -> graph.node(each) instanceof Connection)
                    .toList()));
      }
    }
    return List.copyOf(layers);
  }

  /**
   * The index of the layer in whose row a node's operations stand, by name: of every population its
   * own, of every other node but the input the first layer, in topological order, that its values
   * reach.
   */
  public static Map<String, Integer> rows(Graph graph) {
    Map<String, Integer> rows = new TreeMap<>(NameOrder.BY_CODE_POINT);
    int index = 0;
    for (String name : graph.topologicalOrder()) {
      if (isLayer(graph.node(name))) {
        rows.put(name, index);
        takeWhatFeeds(graph, name, index, rows);
        index++;
      }
    }
    return rows;
  }

  private static void takeWhatFeeds(
      Graph graph, String layer, int index, Map<String, Integer> rows) {
    Deque<String> open = new ArrayDeque<>(List.of(layer));
    while (!open.isEmpty()) {
      for (String source : graph.sources(open.pop())) {
        Node node = graph.node(source);
        boolean between = !(isLayer(node) || node instanceof Input);
        if (between && rows.putIfAbsent(source, index) == null) {
          open.push(source);
        }
      }
    }
  }

  private static boolean isLayer(Node node) {
    return node instanceof Population || node instanceof Output;
  }
}
