package org.spikeledger.training.zoo;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.Baseline;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.CountedActivity;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Ratio;
import org.spikeledger.simulator.energy.Reuse;
import org.spikeledger.simulator.run.RunSummary;

/**
 * Energy against the ANN of the same shape under one rule for pooled inputs, by the paper's prices
 * (45 nm, float32), operations only where nothing else is said. Static power and interconnect are
 * not included.
 *
 * @param pooledInput the rule's key
 * @param alpha the ANN's energy over the SNN's, from what the simulator counted
 * @param firstLayerShare the directly encoded layer's share of the SNN's energy, 0..1
 * @param ceiling alpha of a network without a single spike
 * @param projectedAlpha alpha at full width if every layer kept its rates: projected, not measured;
 *     null where the network has full width
 * @param alphaWithMemory with memory, every operation fetching its weight and its input, every
 *     potential accessed in every timestep
 * @param alphaWithMemoryReused the same, every weight and input fetched at most once a pass
 * @param alphaAgainstInt8 against the ANN in int8 with 32-bit accumulation
 */
public record EnergyCard(
    String pooledInput,
    Double alpha,
    Double firstLayerShare,
    Double ceiling,
    Double projectedAlpha,
    Double alphaWithMemory,
    Double alphaWithMemoryReused,
    Double alphaAgainstInt8) {

  /**
   * One for every rule.
   *
   * @param graph of the network
   * @param run of directly encoded images
   * @param factors of the layers' operations at full width; empty projects nothing
   */
  static List<EnergyCard> of(Graph graph, RunSummary run, List<Double> factors) {
    CountedActivity activity =
        CountedActivity.of(graph, ValueKind.ANALOG, run.counts(), run.samples());
    EnergyStudy study =
        EnergyStudy.of(CostModels.paper(), FirstLayer.ONCE, activity, Optional.empty());
    return Arrays.stream(PooledInput.values()).map(rule -> of(study, rule, factors)).toList();
  }

  private static EnergyCard of(EnergyStudy study, PooledInput rule, List<Double> factors) {
    EnergyReport report = study.likeWithLike();
    ComputeEnergy energy = report.compute(rule);
    return new EnergyCard(
        rule.key(),
        value(energy.alpha()),
        value(energy.firstLayerShare()),
        value(energy.ceiling()),
        factors.isEmpty() ? null : value(WidthProjection.alpha(energy, factors)),
        value(report.withMemory(rule, Reuse.NONE, MembraneAccess.EVERY_TIMESTEP).alpha()),
        value(report.withMemory(rule, Reuse.IDEAL, MembraneAccess.EVERY_TIMESTEP).alpha()),
        value(study.against(Baseline.INT8).compute(rule).alpha()));
  }

  private static Double value(Ratio ratio) {
    return ratio.value().isEmpty() ? null : ratio.value().getAsDouble();
  }
}
