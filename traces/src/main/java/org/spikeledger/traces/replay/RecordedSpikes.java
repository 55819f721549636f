package org.spikeledger.traces.replay;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.spikeledger.simulator.engine.Potentials;
import org.spikeledger.simulator.engine.Probe;
import org.spikeledger.simulator.engine.SpikeLog;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronParameters;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.Plan;
import org.spikeledger.simulator.plan.PopulationStage;
import org.spikeledger.simulator.plan.Stage;
import org.spikeledger.simulator.plan.SynapseStage;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Kernels under which layers do again what was recorded: nothing is added up and no potential is
 * kept, the recorded neurons fire. Some layers are computed all the same: those that are asked for,
 * and those whose values, not only whose spikes, others see. Belongs to one engine, which it also
 * watches to know where it stands.
 */
final class RecordedSpikes implements Kernels, Probe {

  private final Kernels computing;
  private final List<PopulationStage> populations = new ArrayList<>();
  private final Set<PackedWeights> needed;
  private final Set<Integer> valued = new HashSet<>();
  private final int asked;
  private SpikeLog log;
  private int timestep;
  private int population;

  /**
   * For an engine of a plan.
   *
   * @param asked the layer to be computed, or -1
   */
  RecordedSpikes(Plan plan, Kernels computing, int asked) {
    this.computing = computing;
    this.asked = asked;
    for (Stage stage : plan.stages()) {
      if (stage instanceof PopulationStage each) {
        populations.add(each);
      } else if (stage instanceof SynapseStage each) {
        valued.add(each.layer());
      }
    }
    this.needed = NeededWeights.of(plan, this::isComputed);
  }

  private boolean isComputed(int layer) {
    return layer == asked || valued.contains(layer);
  }

  /** Starts an inference that was recorded. */
  void begin(SpikeLog recorded) {
    log = recorded;
    timestep = 0;
    population = 0;
  }

  @Override
  public String name() {
    return "recorded";
  }

  @Override
  public void gather(
      Runs runs, PackedWeights weights, WeightBlock block, MemorySegment currents, Layout layout) {
    if (needed.contains(weights)) {
      computing.gather(runs, weights, block, currents, layout);
    }
  }

  @Override
  public void update(
      NeuronParameters parameters,
      MemorySegment potentials,
      MemorySegment currents,
      Layout layout,
      int fromPixel,
      int toPixel,
      FiredNeurons fired) {
    int layer = populations.get(population).layer();
    if (isComputed(layer)) {
      computing.update(parameters, potentials, currents, layout, fromPixel, toPixel, fired);
    }
    if (layer != asked) {
      fire(layer, toPixel * layout.channels(), fired);
    }
  }

  private void fire(int layer, int end, FiredNeurons fired) {
    fired.clear();
    for (int i = 0; i < log.count(timestep, layer); i++) {
      int index = log.index(timestep, layer, i);
      if (index >= end) {
        return;
      }
      if (fired.spikes() == null) {
        fired.add(index);
      } else {
        fired.add(index, log.spikes(timestep, layer, i));
      }
    }
  }

  @Override
  public void add(MemorySegment sum, MemorySegment values, long count) {
    computing.add(sum, values, count);
  }

  @Override
  public void potentialsAfterReset(int atTimestep, int layer, Potentials potentials) {
    population++;
    if (population == populations.size()) {
      population = 0;
      timestep++;
    }
  }
}
