package org.spikeledger.tools.cli.nir;

import java.util.List;
import java.util.Locale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.check.Finding;
import org.spikeledger.models.nir.check.NetworkCheck;
import org.spikeledger.models.nir.check.NodeCheck;

/**
 * A check as {@code --json} shows it.
 *
 * @param network as the user named it
 * @param valid whether the answer is yes
 * @param findings the heaviest first
 * @param nodes each after all that feed it
 */
record CheckJson(String network, boolean valid, List<FindingJson> findings, List<NodeJson> nodes) {

  record FindingJson(String severity, String node, String message) {

    static FindingJson of(Finding finding) {
      return new FindingJson(
          finding.severity().name().toLowerCase(Locale.ROOT),
          finding.node().orElse(null),
          finding.message());
    }
  }

  record NodeJson(String name, String type, List<Integer> shape, String treatment) {

    static NodeJson of(NodeCheck node) {
      return new NodeJson(
          node.name(),
          node.type(),
          node.shape().map(Shape::dimensions).orElse(null),
          node.treatment().orElse(null));
    }
  }

  static CheckJson of(String network, boolean valid, NetworkCheck check) {
    return new CheckJson(
        network,
        valid,
        check.findings().stream().map(FindingJson::of).toList(),
        check.nodes().stream().map(NodeJson::of).toList());
  }
}
