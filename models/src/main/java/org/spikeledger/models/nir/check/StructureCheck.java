package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.NameOrder;
import org.spikeledger.models.nir.RawNetwork;

/** Ends of edges, edges that stand twice, one input and one output, nodes that nothing reaches. */
final class StructureCheck {

  private final RawNetwork network;
  private final Links links;
  private final List<Finding> findings = new ArrayList<>();

  private StructureCheck(RawNetwork network, Links links) {
    this.network = network;
    this.links = links;
  }

  static List<Finding> of(RawNetwork network, Links links) {
    StructureCheck check = new StructureCheck(network, links);
    check.edges();
    check.one("Input");
    check.one("Output");
    check.reach();
    return check.findings;
  }

  private void edges() {
    Set<Edge> seen = new HashSet<>();
    for (Edge edge : network.edges()) {
      for (String end : List.of(edge.source(), edge.target())) {
        if (!network.nodes().containsKey(end)) {
          findings.add(
              Finding.error(
                  "both ends of an edge must be nodes of the network: edge=%s missing=%s"
                      .formatted(edge, end)));
        }
      }
      if (!seen.add(edge)) {
        findings.add(Finding.error("an edge must not stand twice: edge=" + edge));
      }
      if (isOfType(edge.target(), "Input")) {
        findings.add(Finding.error(edge.target(), "nothing may feed the input: edge=" + edge));
      }
      if (isOfType(edge.source(), "Output")) {
        findings.add(Finding.error(edge.source(), "the output may feed nothing: edge=" + edge));
      }
    }
  }

  private void one(String type) {
    List<String> found = named(type);
    if (found.size() != 1) {
      findings.add(Finding.error("a network has exactly one %s: nodes=%s".formatted(type, found)));
    }
  }

  private void reach() {
    Set<String> fed = reached(named("Input"), links.targets());
    Set<String> heard = reached(named("Output"), links.sources());
    for (String name : network.nodes().keySet()) {
      if (!fed.contains(name)) {
        findings.add(
            Finding.error(name, "every node must be reached from the input: node=" + name));
      }
      if (!heard.contains(name)) {
        findings.add(Finding.error(name, "every node must reach the output: node=" + name));
      }
    }
  }

  private List<String> named(String type) {
    return network.nodes().keySet().stream().filter(name -> isOfType(name, type)).toList();
  }

  private boolean isOfType(String name, String type) {
    return network.nodes().containsKey(name) && network.nodes().get(name).type().equals(type);
  }

  private static Set<String> reached(List<String> starts, Map<String, List<String>> next) {
    Set<String> reached = new TreeSet<>(NameOrder.BY_CODE_POINT);
    List<String> open = new ArrayList<>(starts);
    while (!open.isEmpty()) {
      String name = open.removeLast();
      if (reached.add(name)) {
        open.addAll(next.get(name));
      }
    }
    return reached;
  }
}
