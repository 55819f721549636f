package org.spikeledger.training.zoo;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.EnergyModel;
import org.spikeledger.simulator.energy.Ratio;
import org.spikeledger.simulator.run.RunSummary;

/**
 * Energy against the ANN of the same shape under one rule for pooled inputs, operations only, by
 * the paper's prices (45 nm, float32). Static power and interconnect are not included.
 *
 * @param pooledInput the rule's key
 * @param alpha the ANN's energy over the SNN's, from what the simulator counted
 * @param firstLayerShare the directly encoded layer's share of the SNN's energy, 0..1
 * @param ceiling alpha of a network without a single spike
 * @param projectedAlpha alpha at full width if every layer kept its rates: projected, not measured;
 *     null where the network has full width
 */
public record EnergyCard(
    String pooledInput,
    Double alpha,
    Double firstLayerShare,
    Double ceiling,
    Double projectedAlpha) {

  /**
   * One for every rule.
   *
   * @param factors of the layers' operations at full width; empty projects nothing
   */
  static List<EnergyCard> of(RunSummary run, List<Double> factors) {
    EnergyModel model = EnergyModel.of(CostModels.paper());
    List<EnergyCard> cards = new ArrayList<>();
    for (ComputeEnergy energy : model.report(run.layers(), run.counts(), run.samples()).compute()) {
      cards.add(
          new EnergyCard(
              energy.pooledInput().key(),
              value(energy.alpha()),
              value(energy.firstLayerShare()),
              value(energy.ceiling()),
              factors.isEmpty() ? null : value(WidthProjection.alpha(energy, factors))));
    }
    return cards;
  }

  private static Double value(Ratio ratio) {
    return ratio.value().isEmpty() ? null : ratio.value().getAsDouble();
  }
}
