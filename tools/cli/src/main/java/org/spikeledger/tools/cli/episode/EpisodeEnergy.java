package org.spikeledger.tools.cli.episode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.spikeledger.simulator.agent.EpisodeSummary;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.EnergyWithMemory;
import org.spikeledger.simulator.energy.FirstLayer;
import org.spikeledger.simulator.energy.OperationCosts;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.energy.Reuse;

/**
 * The energy of an environment step under one set of assumptions, beside an ANN of the same shape
 * that is run once a step.
 *
 * @param accounting the assumptions in words
 * @param snnPj of the SNN a step
 * @param annPj of the ANN a step
 */
record EpisodeEnergy(String accounting, double snnPj, double annPj) {

  /**
   * Operations only, then with memory, every potential accessed in every timestep; pooled input by
   * all three rules where there is any.
   */
  static List<EpisodeEnergy> of(
      EpisodeSummary summary, OperationCosts costs, FirstLayer firstLayer) {
    EnergyReport report =
        EnergyStudy.of(costs, firstLayer, summary.activity(), Optional.empty()).likeWithLike();
    boolean pools = summary.network().facts().stream().anyMatch(LayerFacts::pooled);
    List<EpisodeEnergy> all = new ArrayList<>();
    for (PooledInput rule :
        pools ? Arrays.asList(PooledInput.values()) : List.of(PooledInput.GRADED)) {
      String suffix = pools ? ", pooled input " + rule.key() : "";
      ComputeEnergy compute = report.compute(rule);
      all.add(new EpisodeEnergy("operations only" + suffix, compute.snnPj(), compute.annPj()));
      for (Reuse reuse : Reuse.values()) {
        EnergyWithMemory energy = report.withMemory(rule, reuse, MembraneAccess.EVERY_TIMESTEP);
        String name = "with memory, reuse " + reuse.key() + suffix;
        all.add(new EpisodeEnergy(name, energy.snnPj(), energy.annPj()));
      }
    }
    return all;
  }

  /** ANN over SNN; not finite where the SNN costs nothing. */
  double alpha() {
    return annPj / snnPj;
  }
}
