package org.spikeledger.models.nir.diff;

import java.util.List;
import java.util.OptionalDouble;
import org.spikeledger.models.graph.Edge;

/**
 * Two files compared.
 *
 * @param nodes all of both, in name order, the same ones too
 * @param edgesOfFirst those that the second file does not have
 * @param edgesOfSecond those that the first file does not have
 * @param metadata in which the networks themselves differ
 */
public record NetworkDifference(
    List<NodeDifference> nodes,
    List<Edge> edgesOfFirst,
    List<Edge> edgesOfSecond,
    List<FieldDifference> metadata) {

  /** Copies the lists. */
  public NetworkDifference {
    nodes = List.copyOf(nodes);
    edgesOfFirst = List.copyOf(edgesOfFirst);
    edgesOfSecond = List.copyOf(edgesOfSecond);
    metadata = List.copyOf(metadata);
  }

  /** Whether both files hold the same network. */
  public boolean isSame() {
    return nodes.stream().allMatch(NodeDifference::isSame)
        && edgesOfFirst.isEmpty()
        && edgesOfSecond.isEmpty()
        && metadata.isEmpty();
  }

  /** The largest absolute difference of all numbers; empty where none differ. */
  public OptionalDouble largest() {
    return nodes.stream()
        .flatMap(node -> node.fields().stream())
        .flatMap(field -> field.numbers().stream())
        .mapToDouble(NumericDifference::largest)
        .max();
  }
}
