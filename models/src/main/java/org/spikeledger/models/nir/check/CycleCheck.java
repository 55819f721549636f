package org.spikeledger.models.nir.check;

import java.util.List;

/** Where cycles are cut. */
final class CycleCheck {

  private CycleCheck() {}

  static List<Finding> of(Links links) {
    return links.backEdges().stream()
        .map(
            edge ->
                Finding.note(
                    "a cycle is cut at an edge, which carries the previous timestep: edge=" + edge))
        .toList();
  }
}
