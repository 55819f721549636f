package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.PopulationStage;

/** Updates the neurons of one layer, pixel after pixel, and books who was reached. */
final class PopulationRunner implements StageRunner, Potentials {

  private final PopulationStage stage;
  private final Kernels kernels;
  private final Probe probe;
  private final SumOfSources sum;
  private final MemorySegment potentials;
  private final EventList events;
  private final FiredNeurons fired;
  private final Arrivals arrivals;

  PopulationRunner(PopulationStage stage, Kernels kernels, Slots slots, Probe probe) {
    this.stage = stage;
    this.kernels = kernels;
    this.probe = probe;
    Layout layout = stage.layout();
    boolean several = stage.parameters().several();
    sum = new SumOfSources(layout, stage.sources(), kernels, slots);
    potentials = Slots.floats(layout);
    events = slots.putEvents(stage.slot(), new EventList(layout, several, false));
    fired = new FiredNeurons(layout, several);
    slots.putCurrents(stage.slot(), potentials, null);
    arrivals = new Arrivals(layout, stage.sources(), stage.layer(), slots);
  }

  @Override
  public boolean constant() {
    return false;
  }

  @Override
  public void begin(EncodedInput input) {
    potentials.fill((byte) 0);
    events.takeWritten(0);
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    bookArrivals(record.counters(), timestep);
    update();
    record.spikes().append(fired.indices(), fired.spikes(), fired.count());
    events.take(fired);
    book(record.counters(), timestep);
    probe.potentialsAfterReset(timestep, stage.layer(), this);
    if (stage.isOutput()) {
      copyTo(record.output());
    }
  }

  boolean isOutput() {
    return stage.isOutput();
  }

  /** Copies what reached the neurons in the timestep that was run last, in canonical order. */
  void copyCurrent(float[] into) {
    MemorySegment current = sum.get();
    for (int i = 0; i < into.length; i++) {
      into[i] = current.getAtIndex(JAVA_FLOAT, stage.layout().offset(i));
    }
  }

  private void update() {
    fired.clear();
    kernels.update(
        stage.parameters(),
        potentials,
        sum.get(),
        stage.layout(),
        0,
        stage.layout().pixels(),
        fired);
  }

  private void bookArrivals(Counters counters, int timestep) {
    arrivals.book(counters, timestep);
    NeuronBits visited = arrivals.touched().any();
    counters.add(stage.layer(), timestep, Primitive.TOUCHED, visited.count());
    counters.add(
        stage.layer(),
        timestep,
        Primitive.EFFECTIVE_TOUCHED,
        arrivals.touched().effective().count());
    visited.or(stage.alwaysVisited());
    counters.add(
        stage.layer(), timestep, Primitive.VISITED, visited.count() + firedLastAndNotIn(visited));
  }

  /** Neurons that fired in the last timestep, whose events still stand, and have no set bit. */
  private int firedLastAndNotIn(NeuronBits bits) {
    int channels = stage.layout().channels();
    int count = 0;
    for (int pixel = 0; pixel < stage.layout().pixels(); pixel++) {
      for (int e = events.start(pixel); e < events.start(pixel + 1); e++) {
        count += bits.isSet(pixel, events.index(e) - pixel * channels) ? 0 : 1;
      }
    }
    return count;
  }

  private void book(Counters counters, int timestep) {
    long spikes = fired.count();
    if (fired.spikes() != null) {
      spikes = 0;
      for (int i = 0; i < fired.count(); i++) {
        spikes += fired.spikes()[i];
      }
    }
    counters.add(stage.layer(), timestep, Primitive.SPIKES, spikes);
    counters.add(stage.layer(), timestep, Primitive.UPDATED, fired.updated());
  }

  private void copyTo(float[] output) {
    for (int i = 0; i < output.length; i++) {
      output[i] = get(i);
    }
  }

  @Override
  public int size() {
    return stage.layout().size();
  }

  @Override
  public float get(int canonicalIndex) {
    return potentials.getAtIndex(JAVA_FLOAT, stage.layout().offset(canonicalIndex));
  }
}
