package org.spikeledger.simulator.engine;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.simulator.plan.AmplitudeStage;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.DelayInputStage;
import org.spikeledger.simulator.plan.DelayStage;
import org.spikeledger.simulator.plan.InputStage;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PoolStage;
import org.spikeledger.simulator.plan.PopulationStage;
import org.spikeledger.simulator.plan.Source;
import org.spikeledger.simulator.plan.SparseStage;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.plan.SumStage;
import org.spikeledger.simulator.plan.SynapseStage;

/** How often the stages of a plan read what others leave in their slots. Immutable. */
final class SlotReaders {

  private final int[] ofCurrents;
  private final int[] ofEvents;

  SlotReaders(Plan plan) {
    ofCurrents = new int[plan.slots()];
    ofEvents = new int[plan.slots()];
    for (Stage stage : plan.stages()) {
      reads(stage).forEach(read -> (read.currents() ? ofCurrents : ofEvents)[read.slot()]++);
    }
  }

  /** Whether no stage reads the currents, or the potentials, in a slot. */
  boolean noneReadsCurrents(int slot) {
    return ofCurrents[slot] == 0;
  }

  /** Whether a stage reads the events in a slot, once, and no other stage does. */
  boolean onlyReadsEvents(Stage stage, int slot) {
    return ofEvents[slot] == 1 && reads(stage).contains(new Read(slot, false));
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
      case DelayStage delay -> delay.arriving().map(SlotReaders::read).stream().toList();
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
    return sources.stream().map(SlotReaders::read).toList();
  }

  private static Read read(Source source) {
    return new Read(source.slot(), source.fromConnection());
  }
}
