package org.spikeledger.tools.cli.nir;

import java.util.List;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.nir.diff.FieldDifference;
import org.spikeledger.models.nir.diff.NetworkDifference;
import org.spikeledger.models.nir.diff.NodeDifference;
import org.spikeledger.models.nir.diff.NumericDifference;

/**
 * A comparison as {@code --json} shows it.
 *
 * @param first as the user named it
 * @param second as the user named it
 * @param same whether the answer is yes
 * @param largestDifference of all numbers; null where none differ
 * @param nodes all of both files
 * @param edgesOfFirst those that only the first has
 * @param edgesOfSecond those that only the second has
 * @param metadata in which the networks themselves differ
 */
record DiffJson(
    String first,
    String second,
    boolean same,
    Double largestDifference,
    List<NodeJson> nodes,
    List<String> edgesOfFirst,
    List<String> edgesOfSecond,
    List<FieldJson> metadata) {

  record NodeJson(
      String name, String firstType, String secondType, boolean same, List<FieldJson> fields) {

    static NodeJson of(NodeDifference node) {
      return new NodeJson(
          node.name(),
          node.firstType().orElse(null),
          node.secondType().orElse(null),
          node.isSame(),
          node.fields().stream().map(FieldJson::of).toList());
    }
  }

  record FieldJson(String field, String first, String second, NumericDifference numbers) {

    static FieldJson of(FieldDifference field) {
      return new FieldJson(
          field.field(), field.first(), field.second(), field.numbers().orElse(null));
    }
  }

  static DiffJson of(String first, String second, NetworkDifference difference) {
    return new DiffJson(
        first,
        second,
        difference.isSame(),
        difference.largest().isPresent() ? difference.largest().getAsDouble() : null,
        difference.nodes().stream().map(NodeJson::of).toList(),
        difference.edgesOfFirst().stream().map(Edge::toString).toList(),
        difference.edgesOfSecond().stream().map(Edge::toString).toList(),
        difference.metadata().stream().map(FieldJson::of).toList());
  }
}
