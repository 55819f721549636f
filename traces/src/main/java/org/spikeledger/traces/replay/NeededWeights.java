package org.spikeledger.traces.replay;

import java.util.Collections;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PoolStage;
import org.spikeledger.simulator.plan.PopulationStage;
import org.spikeledger.simulator.plan.Source;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.plan.SumStage;
import org.spikeledger.simulator.plan.SynapseStage;

/**
 * The weights whose products are needed when only some layers are computed: those on the way from
 * the populations before to these layers, and those whose sums become events by themselves.
 */
final class NeededWeights {

  private final Set<Integer> slots = new HashSet<>();
  private final Set<PackedWeights> weights = Collections.newSetFromMap(new IdentityHashMap<>());

  private NeededWeights() {}

  static Set<PackedWeights> of(Plan plan, IntPredicate isComputed) {
    NeededWeights needed = new NeededWeights();
    for (Stage stage : plan.stages().reversed()) {
      needed.visit(stage, isComputed);
    }
    return needed.weights;
  }

  private void visit(Stage stage, IntPredicate isComputed) {
    if (stage instanceof SumStage sum) {
      add(sum.sources());
    } else if (stage instanceof PopulationStage population) {
      if (isComputed.test(population.layer())) {
        add(population.sources());
      }
    } else if (slots.contains(stage.slot())) {
      switch (stage) {
        case SynapseStage synapse -> add(synapse.sources());
        case PoolStage pool -> slots.add(pool.source());
        case ConnectionStage connection -> {
          weights.add(connection.weights());
          slots.add(connection.source());
        }
        default -> {}
      }
    }
  }

  private void add(List<Source> sources) {
    sources.forEach(source -> slots.add(source.slot()));
  }
}
