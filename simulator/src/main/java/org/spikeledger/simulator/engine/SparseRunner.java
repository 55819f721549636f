package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.SparseStage;
import org.spikeledger.simulator.plan.SparseWeights;

/**
 * Adds weighted events into currents, event after event, synapse after synapse. The first thread
 * writes the currents when the events stand; later stages read them.
 */
final class SparseRunner implements UndividedRunner {

  private final SparseStage stage;
  private final Slots slots;
  private final MemorySegment currents;
  private final Touched touched;
  private final Crossings crossings;

  SparseRunner(SparseStage stage, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.currents = Slots.floats(stage.layout());
    this.touched = Touched.of(stage.layout(), !stage.weights().isDense());
    this.crossings = new Crossings(stage.layer(), stage.binary(), stage.constant(), stage.pooled());
    slots.putCurrents(stage.slot(), currents, touched);
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    currents.fill((byte) 0);
    touched.clear();
    EventList events = slots.events(stage.source());
    SparseWeights weights = stage.weights();
    long synapses = 0;
    long effective = 0;
    long expanded = 0;
    for (int e = 0; e < events.count(); e++) {
      int source = events.index(e);
      cross(source, events.value(e));
      synapses += weights.fanOut(source);
      effective += weights.effectiveFanOut(source);
      expanded += events.gathered(e) * weights.fanOut(source);
    }
    crossings.book(
        record.counters(), timestep, events.count(), synapses, effective, synapses, expanded);
  }

  private void cross(int source, float value) {
    SparseWeights weights = stage.weights();
    Layout target = stage.layout();
    boolean onePixel = target.pixels() == 1;
    int end = weights.start(source + 1);
    for (int synapse = weights.start(source); synapse < end; synapse++) {
      int index = weights.target(synapse);
      float weight = weights.weight(synapse);
      int at = onePixel ? index : target.offset(index);
      float sum = currents.getAtIndex(JAVA_FLOAT, at) + weight * value;
      currents.setAtIndex(JAVA_FLOAT, at, sum);
      touched.any().set(index);
      if (weight != 0f) {
        touched.effective().set(index);
      }
    }
  }
}
