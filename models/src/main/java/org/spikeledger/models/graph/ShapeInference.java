package org.spikeledger.models.graph;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.spikeledger.models.BadInputException;

/** Computes the shape of every node from the input's shape and the weights, and checks the fit. */
final class ShapeInference {

  private final Graph graph;
  private final SortedMap<String, Shape> shapes = new TreeMap<>(NameOrder.BY_CODE_POINT);

  private ShapeInference(Graph graph) {
    this.graph = graph;
  }

  static SortedMap<String, Shape> of(Graph graph) {
    ShapeInference inference = new ShapeInference(graph);
    Deque<String> known = new ArrayDeque<>();
    for (String name : graph.topologicalOrder()) {
      inference.inferIfFed(name, known);
    }
    // Behind an edge that closes a cycle a shape may follow only from nodes later in the order.
    while (!known.isEmpty()) {
      for (String target : graph.targets(known.remove())) {
        inference.inferIfFed(target, known);
      }
    }
    graph.topologicalOrder().forEach(inference::checkSources);
    return inference.shapes;
  }

  private void inferIfFed(String name, Deque<String> known) {
    boolean fed =
        graph.node(name) instanceof Input || graph.sources(name).stream().anyMatch(this::isKnown);
    if (fed && !shapes.containsKey(name)) {
      shapes.put(name, infer(name));
      known.add(name);
    }
  }

  private boolean isKnown(String name) {
    return shapes.containsKey(name);
  }

  private void checkSources(String name) {
    if (!(graph.node(name) instanceof Input)) {
      arriving(name);
    }
  }

  private Shape infer(String name) {
    Node node = graph.node(name);
    if (node instanceof Input input) {
      return input.shape();
    }
    Shape arriving = arriving(name);
    NodeRules.check(name, node, arriving);
    return switch (node) {
      case Input input -> input.shape();
      case Output _, Population _, Scale _, Delay _ -> arriving;
      case Conv2d conv -> SpatialShape.of(name, conv, arriving);
      case Conv1d conv -> SpatialShape.of(name, conv, arriving);
      case Linear linear -> Shape.of(linear.weight().shape().dimension(0));
      case SparseLinear linear -> Shape.of(linear.matrix().rows());
      case Affine affine -> Shape.of(affine.weight().shape().dimension(0));
      case Pool pool -> SpatialShape.of(name, pool, arriving);
      case Flatten flatten -> flattened(name, flatten, arriving);
    };
  }

  /** The one shape of all sources whose shapes are known. */
  private Shape arriving(String name) {
    List<String> sources = graph.sources(name).stream().filter(this::isKnown).toList();
    Shape first = shapes.get(sources.getFirst());
    for (String source : sources) {
      if (!shapes.get(source).equals(first)) {
        throw new BadInputException(
            "all that feed a node must have one shape: node=%s %s=%s %s=%s"
                .formatted(name, sources.getFirst(), first, source, shapes.get(source)));
      }
    }
    return first;
  }

  private static Shape flattened(String name, Flatten flatten, Shape arriving) {
    int start = flatten.startDimension();
    int end =
        flatten.endDimension() < 0
            ? arriving.rank() + flatten.endDimension()
            : flatten.endDimension();
    if (start < 0 || end >= arriving.rank() || start > end) {
      throw new BadInputException(
          "Flatten joins dimensions that exist: node=%s start=%d end=%d shape=%s"
              .formatted(name, start, flatten.endDimension(), arriving));
    }
    int[] joined = new int[arriving.rank() - (end - start)];
    for (int from = 0, to = 0; from < arriving.rank(); from++) {
      if (from > start && from <= end) {
        joined[to - 1] *= arriving.dimension(from);
      } else {
        joined[to++] = arriving.dimension(from);
      }
    }
    return Shape.of(joined);
  }
}
