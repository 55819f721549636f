package org.spikeledger.models.nir;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Shape;

/**
 * Shapes that a file declares although they follow from the input and the weights. Valid files
 * declare wrong ones, so a difference is told and the computed shape counts.
 */
final class DeclaredShapes {

  private record Declared(
      String node, String field, Shape shape, BiFunction<Graph, String, Shape> computed) {}

  private final List<Declared> all = new ArrayList<>();

  /** The shape of the node's values. */
  void ofValues(String node, String field, Shape shape) {
    all.add(new Declared(node, field, shape, Graph::shape));
  }

  /** The shape of what arrives at the node. */
  void ofArriving(String node, String field, Shape shape) {
    all.add(new Declared(node, field, shape, Graph::inputShape));
  }

  /** Rows and columns of what arrives at the node. */
  void ofArrivingMap(String node, String field, Shape shape) {
    all.add(new Declared(node, field, shape, DeclaredShapes::map));
  }

  /** The length of the sequence that arrives at the node. */
  void ofArrivingLength(String node, String field, Shape shape) {
    all.add(
        new Declared(
            node, field, shape, (graph, name) -> Shape.of(graph.inputShape(name).columns())));
  }

  void warnOfDifferences(Graph graph, ImportNotes notes) {
    for (Declared declared : all) {
      if (!graph.nodes().containsKey(declared.node())) {
        // The Output of a nested network is no node.
        continue;
      }
      Shape computed = declared.computed().apply(graph, declared.node());
      if (!computed.equals(declared.shape())) {
        notes.warn(
            "a declared shape differs from the computed one, which counts: %s=%s computed=%s node=%s"
                .formatted(declared.field(), declared.shape(), computed, declared.node()));
      }
    }
  }

  private static Shape map(Graph graph, String node) {
    Shape arriving = graph.inputShape(node);
    return Shape.of(arriving.rows(), arriving.columns());
  }
}
