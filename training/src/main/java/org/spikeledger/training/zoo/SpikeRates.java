package org.spikeledger.training.zoo;

import java.util.List;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.run.RunSummary;

/** Means over a whole network, from what the simulator counted. */
final class SpikeRates {
  private SpikeRates() {}

  /** Spikes per neuron per inference over all hidden neurons. */
  static double plain(RunSummary run) {
    double spikes = 0;
    double neurons = 0;
    for (LayerFacts facts : run.layers()) {
      if (facts.fires()) {
        spikes += run.counts().layer(facts.layer().index(), Primitive.SPIKES);
        neurons += facts.layer().neurons();
      }
    }
    return spikes / neurons / run.samples();
  }

  /**
   * Weighted by the dense multiply-accumulates that spikes feed: the paper's estimate of
   * accumulates, connection by connection, over the dense operations of the layers that are not
   * directly encoded.
   */
  static double weighted(Graph graph, RunSummary run) {
    ComputeEnergy estimate =
        EnergyModel.of(CostModels.paper())
            .report(CountedActivity.of(graph, ValueKind.ANALOG, run.counts(), run.samples()))
            .compute(PooledInput.MEAN_RATE);
    double accumulates =
        estimate.layers().stream().mapToDouble(layer -> layer.operations().accumulates()).sum();
    List<LayerFacts> fed = run.layers().stream().filter(facts -> !facts.directlyEncoded()).toList();
    return accumulates / fed.stream().mapToDouble(LayerFacts::denseOperations).sum();
  }
}
