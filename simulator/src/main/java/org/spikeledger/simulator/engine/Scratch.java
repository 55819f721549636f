package org.spikeledger.simulator.engine;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.plan.AmplitudeStage;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.DelayInputStage;
import org.spikeledger.simulator.plan.DelayStage;
import org.spikeledger.simulator.plan.InputStage;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PoolStage;
import org.spikeledger.simulator.plan.PopulationStage;
import org.spikeledger.simulator.plan.Source;
import org.spikeledger.simulator.plan.SparseStage;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.plan.SumStage;
import org.spikeledger.simulator.plan.SynapseStage;

/**
 * Memory that the populations of one engine use in turn where nothing is carried to another
 * timestep: for potentials that no stage reads, and for the indices of spikes that only the stage
 * right behind reads. So each holds what the largest layer needs, and stays in the caches. Written
 * by the threads of the stage whose turn it is; all meet before the next.
 */
final class Scratch {

  private final Set<Integer> unreadPotentials = new HashSet<>();
  private final Set<Integer> passingSpikes = new HashSet<>();
  private final MemorySegment potentials;
  private final int[] spikes;

  /**
   * Scratch for a plan.
   *
   * @param carriesState whether what was written in one timestep is needed in another
   */
  Scratch(Plan plan, boolean carriesState) {
    if (!carriesState) {
      find(plan);
    }
    potentials = Slots.floats(most(plan, unreadPotentials, Layout::bytes));
    spikes = FiredNeurons.room((int) most(plan, passingSpikes, Layout::size));
  }

  private void find(Plan plan) {
    int[] ofCurrents = new int[plan.slots()];
    int[] ofEvents = new int[plan.slots()];
    for (Stage stage : plan.stages()) {
      reads(stage).forEach(read -> (read.currents() ? ofCurrents : ofEvents)[read.slot()]++);
    }
    for (int i = 0; i + 1 < plan.stages().size(); i++) {
      if (plan.stages().get(i) instanceof PopulationStage stage && !stage.isOutput()) {
        Read next = new Read(stage.slot(), false);
        if (ofCurrents[stage.slot()] == 0) {
          unreadPotentials.add(stage.slot());
        }
        if (ofEvents[stage.slot()] == 1 && reads(plan.stages().get(i + 1)).contains(next)) {
          passingSpikes.add(stage.slot());
        }
      }
    }
  }

  private static long most(Plan plan, Set<Integer> slots, ToLongFunction<Layout> size) {
    return plan.stages().stream()
        .filter(stage -> slots.contains(stage.slot()))
        .mapToLong(stage -> size.applyAsLong(stage.layout()))
        .max()
        .orElse(0);
  }

  /** Where a population keeps its potentials. */
  MemorySegment potentials(PopulationStage stage) {
    return isUnread(stage)
        ? potentials.asSlice(0, stage.layout().bytes())
        : Slots.floats(stage.layout());
  }

  /** Whether what stands in a population's potentials when its turn comes is another's. */
  boolean isUnread(PopulationStage stage) {
    return unreadPotentials.contains(stage.slot());
  }

  /** Where a population lists who fired, with room for all. */
  int[] spikes(PopulationStage stage) {
    return passingSpikes.contains(stage.slot()) ? spikes : FiredNeurons.room(stage.layout().size());
  }

  /** What a stage reads in a timestep of those before it: currents or potentials, or events. */
  private record Read(int slot, boolean currents) {}

  private static List<Read> reads(Stage stage) {
    return switch (stage) {
      case InputStage _ -> List.of();
      case ConnectionStage connection -> List.of(new Read(connection.source(), false));
      case SparseStage sparse -> List.of(new Read(sparse.source(), false));
      case PoolStage pool -> List.of(new Read(pool.source(), false));
      case AmplitudeStage amplitude -> List.of(new Read(amplitude.source(), false));
      case DelayStage delay -> delay.arriving().map(Scratch::read).stream().toList();
      case DelayInputStage delay -> List.of(read(delay.arriving()));
      case SumStage sum -> reads(sum.sources());
      case PopulationStage population -> reads(population.sources());
      case SynapseStage synapse -> ofSynapse(synapse);
    };
  }

  private static List<Read> ofSynapse(SynapseStage synapse) {
    List<Read> reads = new ArrayList<>(reads(synapse.sources()));
    reads.add(new Read(synapse.population(), false));
    if (synapse.sendsPotentials()) {
      reads.add(new Read(synapse.population(), true));
    }
    return reads;
  }

  private static List<Read> reads(List<Source> sources) {
    return sources.stream().map(Scratch::read).toList();
  }

  private static Read read(Source source) {
    return new Read(source.slot(), source.fromConnection());
  }
}
