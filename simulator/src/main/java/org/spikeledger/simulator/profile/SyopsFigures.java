package org.spikeledger.simulator.profile;

import java.util.List;

/** The operations of syops-counter, without its biases and normalisations. */
record SyopsFigures(NetworkProfile profile) {

  List<ToolFigure> all() {
    double accumulates = 0;
    double multiplyAccumulates = 0;
    for (ConnectionActivity each : profile.connections()) {
      double dense = each.facts().denseOperations();
      accumulates += dense * each.twoValuedMeans();
      multiplyAccumulates += dense * (each.calls() - each.twoValuedCalls());
    }
    return List.of(
        new ToolFigure(
            "syops",
            "ACs",
            accumulates / profile.inferences(),
            "dense operations * mean of the input, in calls whose input has at most two different"
                + " values in 0..1; borders are counted as synapses"),
        new ToolFigure(
            "syops",
            "MACs",
            multiplyAccumulates / profile.inferences(),
            "dense operations in all other calls, however many inputs are zero"));
  }
}
