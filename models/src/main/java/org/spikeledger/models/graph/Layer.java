package org.spikeledger.models.graph;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/**
 * A row of every table: a population of neurons, or the output, with the connections that feed it.
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

  /** All layers of a network, in topological order; the output is the last of the list. */
  public static List<Layer> of(Graph graph) {
    List<Layer> layers = new ArrayList<>();
    TreeSet<String> taken = new TreeSet<>(NameOrder.BY_CODE_POINT);
    for (String name : graph.topologicalOrder()) {
      Node node = graph.node(name);
      if (node instanceof Population || node instanceof Output) {
        List<String> connections = new ArrayList<>();
        collect(graph, name, connections, taken);
        connections.sort(NameOrder.BY_CODE_POINT);
        layers.add(
            new Layer(
                layers.size(),
                name,
                graph.shape(name).size(),
                node instanceof Output,
                List.copyOf(connections)));
      }
    }
    return List.copyOf(layers);
  }

  private static void collect(
      Graph graph, String name, List<String> connections, TreeSet<String> taken) {
    for (String source : graph.sources(name)) {
      Node node = graph.node(source);
      if (node instanceof Population || node instanceof Input || !taken.add(source)) {
        continue;
      }
      if (node instanceof Connection) {
        connections.add(source);
      }
      collect(graph, source, connections, taken);
    }
  }
}
