package org.spikeledger.tools.cli.nir;

import java.util.Locale;
import java.util.stream.Collectors;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.check.Finding;
import org.spikeledger.models.nir.check.NetworkCheck;
import org.spikeledger.models.nir.check.NodeCheck;
import org.spikeledger.models.nir.check.Severity;
import org.spikeledger.tools.cli.command.OneLine;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;

/** A check as text for people: a row a node, a line a finding, how many there are. */
final class CheckText {

  private CheckText() {}

  static String of(String network, NetworkCheck check) {
    StringBuilder text = new StringBuilder("network  ").append(network).append("\n\n");
    Table table =
        Table.of(
            Column.text("node"),
            Column.text("type"),
            Column.text("shape"),
            Column.text("what the engine does"));
    for (NodeCheck node : check.nodes()) {
      table.row(
          OneLine.of(node.name()),
          OneLine.of(node.type()),
          node.shape().map(CheckText::text).orElse("not known"),
          node.treatment().orElse("nothing: the network is refused"));
    }
    text.append(table.text()).append('\n');
    for (Finding finding : check.findings()) {
      text.append(finding.severity().name().toLowerCase(Locale.ROOT))
          .append(": ")
          .append(OneLine.of(finding.message()))
          .append('\n');
    }
    return text.append(
            "%d errors, %d warnings, %d notes%n"
                .formatted(
                    check.count(Severity.ERROR),
                    check.count(Severity.WARNING),
                    check.count(Severity.NOTE)))
        .toString();
  }

  private static String text(Shape shape) {
    return shape.dimensions().stream().map(String::valueOf).collect(Collectors.joining(" x "));
  }
}
