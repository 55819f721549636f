package org.spikeledger.simulator.engine;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.FanOut;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.PackedWeights;

/**
 * Adds weighted events into currents, one target pixel after the other: the weights of the events
 * in its window, in canonical order, onto its bias.
 */
final class ConnectionRunner implements StageRunner {

  private final ConnectionStage stage;
  private final Kernels kernels;
  private final Slots slots;
  private final MemorySegment currents;
  private final Touched touched;
  private final WindowRuns windowRuns;

  ConnectionRunner(ConnectionStage stage, Kernels kernels, Slots slots) {
    this.stage = stage;
    this.kernels = kernels;
    this.slots = slots;
    this.currents = Slots.floats(stage.layout());
    this.touched = Touched.of(stage.layout(), !stage.fanOut().isDense());
    this.windowRuns = new WindowRuns(stage.window(), stage.sourceLayout());
    slots.putCurrents(stage.slot(), currents, touched);
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void run(int timestep, InferenceRecord record) {
    EventList events = slots.events(stage.source());
    touched.clear();
    windowRuns.of(events);
    Layout target = stage.layout();
    for (int row = 0; row < target.rows(); row++) {
      for (int column = 0; column < target.columns(); column++) {
        for (int group = 0; group < stage.window().groups(); group++) {
          gather(row, column, group);
        }
      }
    }
    count(events, record.counters(), timestep);
  }

  private void gather(int row, int column, int group) {
    Layout target = stage.layout();
    PackedWeights weights = stage.weights();
    int pixel = row * target.columns() + column;
    int firstChannel = group * weights.width();
    Runs runs = windowRuns.at(row, column, group);
    kernels.gather(
        runs,
        weights.rows(),
        weights.rowBytes(),
        weights.bias(),
        (long) firstChannel * Float.BYTES,
        currents,
        ((long) pixel * target.stride() + firstChannel) * Float.BYTES,
        stage.window().groups() == 1 ? target.stride() : weights.width());
    if (!runs.isEmpty()) {
      touched.any().setChannels(pixel, firstChannel, weights.width());
      if (!touched.same()) {
        touchEffectively(runs, pixel, firstChannel);
      }
    }
  }

  private void touchEffectively(Runs runs, int pixel, int firstChannel) {
    var nonZero = stage.weights().nonZero();
    for (int run = 0; run < runs.count(); run++) {
      for (int event = runs.from(run); event < runs.to(run); event++) {
        int row = runs.indices()[event] + runs.rowOffset(run);
        for (int word = 0; word < nonZero.words(); word++) {
          touched
              .effective()
              .setWhere(pixel, firstChannel + word * Long.SIZE, nonZero.word(row, word));
        }
      }
    }
  }

  private void count(EventList events, Counters counters, int timestep) {
    FanOut fanOut = stage.fanOut();
    long synapses = 0;
    for (int pixel = 0; pixel < stage.sourceLayout().pixels(); pixel++) {
      synapses += (long) (events.start(pixel + 1) - events.start(pixel)) * fanOut.ofPixel(pixel);
    }
    new Crossings(
            events.count(),
            synapses,
            fanOut.isDense() ? synapses : effective(events, fanOut),
            events.count() * fanOut.borderless(),
            stage.pooled() ? expanded(events, fanOut) : synapses)
        .book(counters, stage.layer(), timestep, stage.binary(), stage.constant(), stage.pooled());
  }

  private static long effective(EventList events, FanOut fanOut) {
    long effective = 0;
    for (int e = 0; e < events.count(); e++) {
      effective += fanOut.effective(events.index(e));
    }
    return effective;
  }

  private long expanded(EventList events, FanOut fanOut) {
    long expanded = 0;
    for (int pixel = 0; pixel < stage.sourceLayout().pixels(); pixel++) {
      long gathered = 0;
      for (int e = events.start(pixel); e < events.start(pixel + 1); e++) {
        gathered += events.gathered(e);
      }
      expanded += gathered * fanOut.ofPixel(pixel);
    }
    return expanded;
  }
}
