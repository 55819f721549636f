package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.function.ToDoubleFunction;

/** The counts of Lemaire et al. 2022 (arXiv 2210.13107) for an SNN's layers behind the first. */
record LemaireFigures(NetworkProfile profile) {

  private static final String TOOL = "lemaire";

  List<ToolFigure> all() {
    double updates =
        (double) profile.timesteps()
            * profile.layers().stream().mapToLong(each -> each.facts().layer().neurons()).sum();
    double fanOut = mean(ConnectionActivity::borderlessCrossings);
    return List.of(
        new ToolFigure(TOOL, "theta_in", mean(ConnectionActivity::events), "events read"),
        new ToolFigure(
            TOOL, "weight reads", fanOut, "theta_in * Cout*k*k (Nout), borders and stride ignored"),
        new ToolFigure(
            TOOL,
            "potential reads = writes",
            fanOut + updates,
            "theta_in * Cout*k*k (Nout) + T * neurons (the output's left out)"),
        new ToolFigure(
            TOOL,
            "synaptic additions",
            mean(ConnectionActivity::stridedCrossings),
            "theta_in * Cout * ceil(k/stride)^2"));
  }

  private double mean(ToDoubleFunction<ConnectionActivity> count) {
    return profile.connections().stream()
            .filter(each -> !each.facts().directlyEncoded())
            .mapToDouble(count)
            .sum()
        / profile.inferences();
  }
}
