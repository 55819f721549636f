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
 * @param ann prices of the ANN of the same shape, its baseline
 * @param firstLayer how often a directly encoded layer is charged
 */
public record EnergyModel(CostModel snn, CostModel ann, FirstLayer firstLayer) {

  /** Like with like: one model for both sides, the first layer charged once. */
  public static EnergyModel of(CostModel model) {
    return new EnergyModel(model, model, FirstLayer.ONCE);
  }

  /** The same with another charge for the first layer. */
  public EnergyModel withFirstLayer(FirstLayer charge) {
    return new EnergyModel(snn, ann, charge);
  }

  /**
   * The energy of an inference under every rule.
   *
   * @param facts of all layers, in order
   * @param counts summed over the inferences
   * @param inferences how many, at least 1
   */
  public EnergyReport report(List<LayerFacts> facts, Counts counts, long inferences) {
    List<LayerActivity> layers = LayerActivity.of(facts, counts, inferences);
    List<ComputeEnergy> compute =
        Arrays.stream(PooledInput.values()).map(rule -> compute(layers, rule)).toList();
    List<EnergyWithMemory> withMemory = new ArrayList<>();
    for (PooledInput rule : PooledInput.values()) {
      for (Reuse reuse : Reuse.values()) {
        for (MembraneAccess access : MembraneAccess.values()) {
          withMemory.add(withMemory(layers, rule, reuse, access));
        }
      }
    }
    return new EnergyReport(this, inferences, counts.timesteps(), compute, withMemory);
  }

  private ComputeEnergy compute(List<LayerActivity> layers, PooledInput rule) {
    return new ComputeEnergy(
        rule, layers.stream().map(layer -> LayerEnergy.of(this, layer, rule)).toList());
  }

  private EnergyWithMemory withMemory(
      List<LayerActivity> layers, PooledInput rule, Reuse reuse, MembraneAccess access) {
    return new EnergyWithMemory(
        rule,
        reuse,
        access,
        layers.stream().map(layer -> withMemory(layer, rule, reuse, access)).toList());
  }

  private LayerWithMemory withMemory(
      LayerActivity layer, PooledInput rule, Reuse reuse, MembraneAccess access) {
    LayerEnergy compute = LayerEnergy.of(this, layer, rule);
    return new LayerWithMemory(
        compute.layer(),
        compute.snnPj(),
        MemoryPj.ofSnn(this, layer, rule, reuse, access),
        compute.annPj(),
        MemoryPj.ofAnn(ann, layer.facts(), reuse));
  }
}
