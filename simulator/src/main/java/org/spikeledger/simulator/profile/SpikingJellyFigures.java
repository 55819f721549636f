package org.spikeledger.simulator.profile;

import java.util.List;

/** The operation counters of SpikingJelly for connections, without pools and neurons. */
record SpikingJellyFigures(NetworkProfile profile) {

  private static final String TOOL = "spikingjelly";
  private static final int BYTES = 4;

  List<ToolFigure> all() {
    double spiking = 0;
    double dense = 0;
    double bytes = 0;
    for (ConnectionActivity each : profile.connections()) {
      spiking += each.spikingCrossings();
      dense += (double) (each.calls() - each.spikingCalls()) * each.facts().denseOperations();
      bytes +=
          (double) each.calls()
              * BYTES
              * (each.facts().inputs() + each.facts().weights() + each.facts().outputs());
    }
    return List.of(
        new ToolFigure(
            TOOL,
            "SynOps",
            spiking / profile.inferences(),
            "synapses crossed in calls whose inputs are all 0 or 1; 0 for graded spikes"),
        new ToolFigure(
            TOOL,
            "AC",
            spiking / profile.inferences(),
            "as SynOps; its additions in pools, neurons and sums are left out here"),
        new ToolFigure(
            TOOL,
            "MAC",
            dense / profile.inferences(),
            "dense operations, taps beside the map among them, in all other calls"),
        new ToolFigure(
            TOOL,
            "memory access",
            bytes / profile.inferences(),
            "bytes of input, weight and output of every call, float32; a lower bound of its own"
                + " for dense tensors; biases are left out here"));
  }
}
