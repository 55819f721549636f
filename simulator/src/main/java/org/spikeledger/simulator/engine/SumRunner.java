package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Source;
import org.spikeledger.simulator.plan.SumStage;

/**
 * Makes events of currents, of a sum, or of events that lie otherwise. The first thread writes the
 * events when what they are made of stands; later stages read them.
 */
final class SumRunner implements UndividedRunner {

  private final SumStage stage;
  private final Slots slots;
  private final SumOfSources sum;
  private final Source[] sources;
  private final EventList events;
  private final long[] gathered;

  SumRunner(SumStage stage, Kernels kernels, Slots slots) {
    this.stage = stage;
    this.slots = slots;
    this.sources = stage.sources().toArray(Source[]::new);
    this.sum = new SumOfSources(stage.layout(), stage.sources(), kernels, slots);
    this.events = slots.putEvents(stage.slot(), new EventList(stage.layout(), true, true));
    this.gathered = new long[stage.layout().size()];
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    countGathered();
    MemorySegment values = sum.get(Member.ALONE);
    Layout layout = stage.layout();
    events.clear();
    for (int i = 0; i < layout.size(); i++) {
      float value = values.getAtIndex(JAVA_FLOAT, layout.offset(i));
      if (value != 0f) {
        events.add(i, value, Math.max(1, gathered[i]));
      }
    }
    events.close();
  }

  private void countGathered() {
    if (sources.length == 1 && sources[0].fromConnection()) {
      return;
    }
    Arrays.fill(gathered, 0);
    for (Source source : sources) {
      if (source.fromConnection()) {
        addCurrents(source);
      } else {
        addEvents(source, slots.events(source.slot()));
      }
    }
  }

  private void addCurrents(Source source) {
    MemorySegment currents = slots.currents(source.slot());
    for (int i = 0; i < gathered.length; i++) {
      if (currents.getAtIndex(JAVA_FLOAT, stage.layout().offset(i)) != 0f) {
        gathered[i]++;
      }
    }
  }

  private void addEvents(Source source, EventList list) {
    for (int e = 0; e < list.count(); e++) {
      int index = list.index(e);
      int at = source.permutation().isPresent() ? source.permutation().get().of(index) : index;
      gathered[at] += list.gathered(e);
    }
  }
}
