package org.spikeledger.models.nir.check;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.graph.CycleCut;
import org.spikeledger.models.graph.Edge;

/** Cycles, and where they are cut. */
final class CycleCheck {

  private CycleCheck() {}

  /** Of a network that can be run. */
  static List<Finding> of(CycleCut cut) {
    List<Finding> findings = new ArrayList<>();
    for (Edge edge : cut.previousTimestep()) {
      findings.add(
          Finding.note(
              "a cycle is cut at an edge, which carries the previous timestep: edge=" + edge));
    }
    for (Edge edge : cut.intoDelays()) {
      findings.add(Finding.note("a cycle is cut at the edge into its Delay: edge=" + edge));
    }
    return findings;
  }

  /** Of a network that is refused. */
  static List<Finding> of(Links links) {
    return links.backEdges().stream()
        .map(edge -> Finding.note("a cycle closes at an edge: edge=" + edge))
        .toList();
  }
}
