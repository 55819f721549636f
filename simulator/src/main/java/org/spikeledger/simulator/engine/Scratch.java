package org.spikeledger.simulator.engine;

import java.lang.foreign.MemorySegment;
import java.util.HashSet;
import java.util.Set;
import java.util.function.ToLongFunction;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PopulationStage;

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
    SlotReaders readers = new SlotReaders(plan);
    for (int i = 0; i + 1 < plan.stages().size(); i++) {
      if (plan.stages().get(i) instanceof PopulationStage stage && !stage.isOutput()) {
        if (readers.noneReadsCurrents(stage.slot())) {
          unreadPotentials.add(stage.slot());
        }
        if (readers.onlyReadsEvents(plan.stages().get(i + 1), stage.slot())) {
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
}
