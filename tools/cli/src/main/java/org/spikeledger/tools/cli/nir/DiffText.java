package org.spikeledger.tools.cli.nir;

import java.util.List;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.nir.diff.FieldDifference;
import org.spikeledger.models.nir.diff.NetworkDifference;
import org.spikeledger.models.nir.diff.NodeDifference;
import org.spikeledger.tools.cli.command.OneLine;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** A comparison as text for people: a row a difference. */
final class DiffText {

  private final Table table =
      Table.of(
          Column.text("node"),
          Column.text("field"),
          Column.text("first"),
          Column.text("second"),
          Column.number("largest difference"),
          Column.number("at index"),
          Column.number("values that differ"));

  private DiffText() {}

  static String of(String first, String second, NetworkDifference difference) {
    String heading = "first   %s%nsecond  %s%n%n".formatted(first, second);
    long same = difference.nodes().stream().filter(NodeDifference::isSame).count();
    String nodes = "%d of %d nodes are the same%n".formatted(same, difference.nodes().size());
    if (difference.isSame()) {
      return heading + nodes + "the networks are the same\n";
    }
    DiffText text = new DiffText();
    difference.nodes().stream().filter(node -> !node.isSame()).forEach(text::node);
    difference.metadata().forEach(field -> text.field("(network)", field));
    text.edges(difference.edgesOfFirst(), true);
    text.edges(difference.edgesOfSecond(), false);
    return heading + text.table.text() + '\n' + nodes;
  }

  private void node(NodeDifference node) {
    if (!node.firstType().equals(node.secondType())) {
      words(node.name(), "type", node.firstType().orElse(""), node.secondType().orElse(""));
    }
    node.fields().forEach(field -> field(node.name(), field));
  }

  private void field(String node, FieldDifference field) {
    if (field.numbers().isEmpty()) {
      words(node, field.field(), field.first(), field.second());
      return;
    }
    table.row(
        OneLine.of(node),
        OneLine.of(field.field()),
        OneLine.of(field.first()),
        OneLine.of(field.second()),
        String.valueOf(field.numbers().get().largest()),
        String.valueOf(field.numbers().get().index()),
        Figures.whole(field.numbers().get().values()));
  }

  private void edges(List<Edge> edges, boolean ofFirst) {
    for (Edge edge : edges) {
      words("(edge)", edge.toString(), ofFirst ? "there" : "", ofFirst ? "" : "there");
    }
  }

  private void words(String node, String field, String first, String second) {
    table.row(
        OneLine.of(node), OneLine.of(field), OneLine.of(first), OneLine.of(second), "", "", "");
  }
}
