package org.spikeledger.models.nir.convert;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Scale;

/**
 * A network whose elementwise nodes (Scale, diagonal Linear and Affine, batch normalisation as a
 * Conv2d of one tap) have gone into the connections before or behind them, wherever that connection
 * has no other use. It computes the same, but for rounding.
 *
 * @param graph the network
 * @param folded one line each: what went where
 * @param left the Scale nodes that stay, because no neighbour can take them
 */
public record Folding(Graph graph, List<String> folded, List<String> left) {

  /** Copies the lists. */
  public Folding {
    folded = List.copyOf(folded);
    left = List.copyOf(left);
  }

  /** Folds all that can be folded. */
  public static Folding of(Graph original) {
    Graph graph = original;
    List<String> folded = new ArrayList<>();
    for (Optional<Step> step = step(graph); step.isPresent(); step = step(graph)) {
      graph = step.get().apply(graph);
      folded.add(step.get().toString());
    }
    Graph last = graph;
    List<String> left =
        last.nodes().keySet().stream().filter(name -> last.node(name) instanceof Scale).toList();
    return new Folding(last, folded, left);
  }

  private static Optional<Step> step(Graph graph) {
    for (String name : graph.topologicalOrder()) {
      Optional<ElementwiseNode> node = elementwise(graph, name);
      if (node.isPresent()) {
        Optional<Step> step =
            intoSource(graph, name, node.get()).or(() -> intoTarget(graph, name, node.get()));
        if (step.isPresent()) {
          return step;
        }
      }
    }
    return Optional.empty();
  }

  private static Optional<ElementwiseNode> elementwise(Graph graph, String name) {
    return ElementwiseNode.of(graph.node(name), graph.inputShape(name));
  }

  private static Optional<Step> intoSource(Graph graph, String name, ElementwiseNode node) {
    String source = graph.sources(name).getFirst();
    return isOnlyPath(graph, source, name) && graph.node(source) instanceof Connection connection
        ? FoldedConnection.before(connection, node).map(whole -> new Step(name, source, whole))
        : Optional.empty();
  }

  private static Optional<Step> intoTarget(Graph graph, String name, ElementwiseNode node) {
    String target = graph.targets(name).getFirst();
    return isOnlyPath(graph, name, target) && graph.node(target) instanceof Connection connection
        ? FoldedConnection.behind(node, connection).map(whole -> new Step(name, target, whole))
        : Optional.empty();
  }

  /** Whether one node feeds only the other, in the same timestep, and the other only hears it. */
  private static boolean isOnlyPath(Graph graph, String from, String to) {
    return graph.targets(from).size() == 1
        && graph.sources(to).size() == 1
        && !graph.targets(to).contains(from)
        && !graph.cycleCut().previousTimestep().contains(new Edge(from, to));
  }

  /** A node that goes into a neighbour. */
  private record Step(String node, String neighbour, Connection whole) {

    Graph apply(Graph graph) {
      Graph.Builder builder = Graph.builder().properties(graph.properties());
      graph
          .nodes()
          .forEach(
              (name, each) -> {
                if (!name.equals(node)) {
                  builder.node(name, name.equals(neighbour) ? whole : each);
                }
              });
      for (Edge edge : graph.edges()) {
        boolean isBetween =
            (edge.source().equals(node) && edge.target().equals(neighbour))
                || (edge.source().equals(neighbour) && edge.target().equals(node));
        if (!isBetween) {
          builder.edge(moved(edge.source()), moved(edge.target()));
        }
      }
      return builder.build();
    }

    private String moved(String end) {
      return end.equals(node) ? neighbour : end;
    }

    @Override
    public String toString() {
      return node + " into " + neighbour;
    }
  }
}
