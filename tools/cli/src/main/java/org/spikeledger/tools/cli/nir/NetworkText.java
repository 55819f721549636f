package org.spikeledger.tools.cli.nir;

import java.util.Map;
import java.util.stream.Collectors;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** A network as text for people: what it is for, a row a node, its edges. */
final class NetworkText {

  private NetworkText() {}

  static String of(NetworkDescription network) {
    StringBuilder text = new StringBuilder();
    text.append("network     ").append(network.network()).append('\n');
    text.append("file        ").append(network.file()).append('\n');
    text.append("timesteps   ").append(orNotStated(network.timesteps())).append('\n');
    text.append("input       ")
        .append(
            network.mean() == null
                ? "normalisation not stated"
                : "(x / 255 - mean) / standard deviation: mean=%s standardDeviation=%s"
                    .formatted(network.mean(), network.standardDeviation()))
        .append('\n');
    text.append("classes     ").append(String.join(", ", network.classNames())).append('\n');
    text.append("parameters  ").append(Figures.whole(network.parameters())).append("\n\n");
    text.append(nodes(network)).append('\n');
    text.append("edges\n");
    network.edges().forEach(edge -> text.append("  ").append(edge).append('\n'));
    return text.append("\nshapes: channels, rows, columns; values: numbers stored\n").toString();
  }

  private static String nodes(NetworkDescription network) {
    Table table =
        Table.of(
            Column.text("node"),
            Column.text("type"),
            Column.text("shape"),
            Column.number("values"),
            Column.text("parameters"));
    for (NodeDescription node : network.nodes()) {
      table.row(
          node.name(),
          node.type(),
          node.shape().stream().map(String::valueOf).collect(Collectors.joining(" x ")),
          Figures.whole(node.values()),
          parameters(node.parameters()));
    }
    return table.text();
  }

  private static String parameters(Map<String, String> parameters) {
    return parameters.entrySet().stream()
        .map(each -> each.getKey() + " " + each.getValue())
        .collect(Collectors.joining("; "));
  }

  private static String orNotStated(Object value) {
    return value == null ? "not stated" : value.toString();
  }
}
