package org.spikeledger.simulator.energy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.simulator.count.Counts;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * What is charged: a pure function from counts and layer facts to the energy of an inference.
 *
 * @param snn prices of the SNN
 * @param ann the ANN of the same shape, its baseline
 * @param firstLayer how often a directly encoded layer is charged
 */
public record EnergyModel(OperationCosts snn, Baseline ann, FirstLayer firstLayer) {

  /** Like with like: one model for both sides, the first layer charged once. */
  public static EnergyModel of(OperationCosts model) {
    return new EnergyModel(model, Baseline.dense("same-precision", model), FirstLayer.ONCE);
  }

  /** The same with another charge for the first layer. */
  public EnergyModel withFirstLayer(FirstLayer charge) {
    return new EnergyModel(snn, ann, charge);
  }

  /** The same against another ANN. */
  public EnergyModel against(Baseline baseline) {
    return new EnergyModel(snn, baseline, firstLayer);
  }

  /**
   * The energy of an inference where nothing is known of connections one by one.
   *
   * @param facts of all layers, in order
   * @param counts summed over the inferences
   * @param inferences how many, at least 1
   */
  public EnergyReport report(List<LayerFacts> facts, Counts counts, long inferences) {
    return report(new CountedActivity(facts, List.of(), counts, inferences));
  }

  /** The energy of an inference under every rule. */
  public EnergyReport report(CountedActivity activity) {
    List<LayerActivity> layers = activity.layerActivities();
    List<ComputeEnergy> compute =
        Arrays.stream(PooledInput.values()).map(rule -> compute(layers, rule)).toList();
    List<EnergyWithMemory> withMemory = new ArrayList<>();
    for (PooledInput rule : PooledInput.values()) {
      for (Reuse reuse : Reuse.values()) {
        for (MembraneAccess access : MembraneAccess.values()) {
          withMemory.add(withMemory(layers, new Accounting(rule, reuse, access)));
        }
      }
    }
    return new EnergyReport(this, activity.inferences(), activity.timesteps(), compute, withMemory);
  }

  /**
   * The SNN's energy with memory if every spike rate were so many times what was measured, in pJ.
   *
   * @param activity what was counted
   * @param accounting how it is charged
   * @param factor on all rates, at least 0
   */
  public double snnPjAt(CountedActivity activity, Accounting accounting, double factor) {
    return snnPj(activity.layerActivities(), accounting, factor);
  }

  private double snnPj(List<LayerActivity> measured, Accounting accounting, double factor) {
    return measured.stream()
        .mapToDouble(layer -> withMemory(layer.scaled(factor), accounting).snnPj())
        .sum();
  }

  private ComputeEnergy compute(List<LayerActivity> layers, PooledInput rule) {
    return new ComputeEnergy(
        rule, layers.stream().map(layer -> LayerEnergy.of(this, layer, rule)).toList());
  }

  private EnergyWithMemory withMemory(List<LayerActivity> measured, Accounting accounting) {
    List<LayerWithMemory> layers =
        measured.stream().map(layer -> withCrossover(layer, accounting)).toList();
    double annPj = layers.stream().mapToDouble(Comparison::annPj).sum();
    return new EnergyWithMemory(
        accounting.pooledInput(),
        accounting.reuse(),
        accounting.membraneAccess(),
        layers,
        Crossover.where(annPj, factor -> snnPj(measured, accounting, factor)));
  }

  private LayerWithMemory withCrossover(LayerActivity measured, Accounting accounting) {
    LayerWithMemory layer = withMemory(measured, accounting);
    return layer.withCrossover(
        Crossover.where(
            layer.annPj(), factor -> withMemory(measured.scaled(factor), accounting).snnPj()));
  }

  private LayerWithMemory withMemory(LayerActivity layer, Accounting accounting) {
    LayerEnergy compute = LayerEnergy.of(this, layer, accounting.pooledInput());
    return new LayerWithMemory(
        compute.layer(),
        compute.snnPj(),
        MemoryPj.ofSnn(this, layer, accounting),
        compute.annPj(),
        MemoryPj.ofAnn(ann, layer.facts(), accounting.reuse()));
  }
}
