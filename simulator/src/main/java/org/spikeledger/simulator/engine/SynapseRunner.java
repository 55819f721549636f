package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.SynapseParameters;
import org.spikeledger.simulator.plan.SynapseStage;

/**
 * Sums what arrives at a population into the currents that its membranes see. The first thread
 * writes the currents and who was reached; the stage right behind, the population, reads both.
 */
final class SynapseRunner implements UndividedRunner {

  private final SynapseStage stage;
  private final Slots slots;
  private final Arrivals arrivals;
  private final SumOfSources sum;
  private final MemorySegment seen;
  private final MemorySegment synaptic;
  private final NeuronBits visited;

  SynapseRunner(SynapseStage stage, Kernels kernels, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.arrivals = new Arrivals(stage.layout(), stage.sources(), stage.layer(), slots);
    this.sum = new SumOfSources(stage.layout(), stage.sources(), kernels, slots);
    this.seen = Slots.floats(stage.layout());
    this.synaptic = stage.synapse().isPresent() ? Slots.floats(stage.layout()) : null;
    this.visited = new NeuronBits(stage.layout());
    slots.putCurrents(stage.slot(), seen, arrivals.touched());
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public void begin(EncodedInput input) {
    if (synaptic != null) {
      synaptic.fill((byte) 0);
    }
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    arrivals.book(record.counters(), timestep);
    record.counters().add(stage.layer(), timestep, Primitive.VISITED, visitedForTheirState());
    MemorySegment arriving = sum.get(Member.ALONE);
    if (synaptic == null) {
      MemorySegment.copy(arriving, 0, seen, 0, seen.byteSize());
    } else {
      filter(arriving, stage.synapse().orElseThrow());
    }
  }

  private void filter(MemorySegment arriving, SynapseParameters synapse) {
    for (long at = 0; at < seen.byteSize(); at += Float.BYTES) {
      float before = synaptic.get(JAVA_FLOAT, at);
      float gain = synapse.gain().at(at);
      float arrived = arriving.get(JAVA_FLOAT, at);
      float input = gain == 1f ? arrived : gain * arrived;
      float after = synapse.leak().at(at) * before + input;
      synaptic.set(JAVA_FLOAT, at, after);
      seen.set(JAVA_FLOAT, at, synapse.previous() ? before : after);
    }
  }

  /** Neurons that nothing reaches and that did not fire, whose state alone asks for a visit. */
  private int visitedForTheirState() {
    Layout layout = stage.layout();
    visited.clear();
    visited.or(arrivals.touched().any());
    visited.or(stage.alwaysVisited());
    EventList fired = slots.events(stage.population());
    for (int e = 0; e < fired.count(); e++) {
      visited.set(fired.index(e));
    }
    int count = 0;
    for (int pixel = 0; pixel < layout.pixels(); pixel++) {
      for (int channel = 0; channel < layout.channels(); channel++) {
        if (hasState((long) pixel * layout.stride() + channel) && !visited.isSet(pixel, channel)) {
          count++;
        }
      }
    }
    return count;
  }

  private boolean hasState(long at) {
    return (synaptic != null && synaptic.getAtIndex(JAVA_FLOAT, at) != 0f)
        || (stage.sendsPotentials()
            && slots.currents(stage.population()).getAtIndex(JAVA_FLOAT, at) != 0f);
  }
}
