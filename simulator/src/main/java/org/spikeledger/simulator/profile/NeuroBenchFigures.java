package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.function.ToLongFunction;

/** The metrics of NeuroBench, by its published code. */
record NeuroBenchFigures(NetworkProfile profile) {

  private static final String TOOL = "neurobench";

  List<ToolFigure> all() {
    return List.of(
        figure(
            "Dense",
            mean(each -> each.calls() * each.facts().synapses()),
            "all synapses that exist (taps beside the map are not counted), at every timestep, the"
                + " directly encoded layer among them"),
        figure(
            "Effective_ACs",
            mean(ConnectionActivity::signedEffectiveCrossings),
            "non-zero weight and non-zero activation, in calls whose activations are all -1, 0 or"
                + " 1"),
        figure(
            "Effective_MACs",
            mean(each -> each.effectiveCrossings() - each.signedEffectiveCrossings()),
            "the same in all other calls: one other value turns the whole call"),
        figure(
            "ActivationSparsity",
            activationSparsity(),
            "activations that are zero / (neurons * timesteps * samples); 0 where nothing fires"),
        figure(
            "MembraneUpdates",
            membraneUpdates(),
            "all neurons at the first timestep, then those whose potential the firing changed"),
        figure(
            "Footprint",
            (double) profile.footprint().bytes(),
            "bytes of parameters and buffers, float32; not a mean"),
        figure(
            "ConnectionSparsity",
            profile.footprint().connectionSparsity(),
            "zero weights / weights; not a mean"));
  }

  private double activationSparsity() {
    double fired = profile.layers().stream().mapToLong(LayerSpikes::firedNeurons).sum();
    double all = neurons() * profile.timesteps() * profile.inferences();
    return all == 0 ? 0 : 1 - fired / all;
  }

  private double membraneUpdates() {
    double fired = profile.layers().stream().mapToLong(LayerSpikes::firedAfterTheFirst).sum();
    return neurons() + fired / profile.inferences();
  }

  private double neurons() {
    return profile.layers().stream().mapToLong(each -> each.facts().layer().neurons()).sum();
  }

  private double mean(ToLongFunction<ConnectionActivity> count) {
    return (double) profile.connections().stream().mapToLong(count).sum() / profile.inferences();
  }

  private static ToolFigure figure(String name, double value, String definition) {
    return new ToolFigure(TOOL, name, value, definition);
  }
}
