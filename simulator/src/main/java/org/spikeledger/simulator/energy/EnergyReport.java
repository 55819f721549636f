package org.spikeledger.simulator.energy;

import java.util.List;
import org.spikeledger.simulator.count.MembraneAccess;

/**
 * The energy of an inference under every rule, beside the ANN of the same shape.
 *
 * @param model what was charged
 * @param inferences over which counts were averaged
 * @param timesteps T
 * @param compute operations only, one a pooled-input rule
 * @param withMemory operations and memory, one a combination of pooled-input rule, reuse and access
 *     model
 */
public record EnergyReport(
    EnergyModel model,
    long inferences,
    int timesteps,
    List<ComputeEnergy> compute,
    List<EnergyWithMemory> withMemory) {

  /** What stands under every figure. */
  public static final String NOT_INCLUDED = "Static power and interconnect not included.";

  /** Copies what can change. */
  public EnergyReport {
    compute = List.copyOf(compute);
    withMemory = List.copyOf(withMemory);
  }

  /** Operations only, by one rule. */
  public ComputeEnergy compute(PooledInput rule) {
    return compute.stream().filter(each -> each.pooledInput() == rule).findFirst().orElseThrow();
  }

  /** Operations and memory under one set of assumptions. */
  public EnergyWithMemory withMemory(PooledInput rule, Reuse reuse, MembraneAccess access) {
    return withMemory.stream()
        .filter(
            each ->
                each.pooledInput() == rule
                    && each.reuse() == reuse
                    && each.membraneAccess() == access)
        .findFirst()
        .orElseThrow();
  }

  /** What the ANN is, in words. */
  public String baseline() {
    return model.ann().text();
  }

  /** Every assumption behind the figures, one a line, for reports. */
  public List<Assumption> assumptions() {
    return Assumption.of(this);
  }
}
