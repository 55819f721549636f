package org.spikeledger.simulator.engine;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.ConnectionStage;
import org.spikeledger.simulator.plan.FanOut;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Adds weighted events into currents, block after block of the target channels and one target pixel
 * after the other: the weights of the events in its window, in canonical order, onto its bias. Each
 * thread writes the currents of its share and the reached neurons of its pixels; the first one
 * books.
 */
final class ConnectionRunner implements StageRunner {

  private final ConnectionStage stage;
  private final Kernels kernels;
  private final Slots slots;
  private final MemorySegment currents;
  private final Touched touched;
  private final ConnectionShare[] shares;
  private final Crossings crossings;

  ConnectionRunner(ConnectionStage stage, Kernels kernels, Slots slots) {
    this.stage = stage;
    this.kernels = kernels;
    this.slots = slots;
    this.currents = Slots.floats(stage.layout());
    this.touched = Touched.of(stage.layout(), !stage.fanOut().isDense());
    this.shares =
        slots.members().stream()
            .map(member -> new ConnectionShare(stage, member))
            .toArray(ConnectionShare[]::new);
    this.crossings = new Crossings(stage.layer(), stage.binary(), stage.constant(), stage.pooled());
    slots.putCurrents(stage.slot(), currents, touched);
  }

  @Override
  public boolean constant() {
    return stage.constant();
  }

  @Override
  public void begin(Member member, EncodedInput input) {}

  @Override
  public void run(Member member, int timestep, InferenceRecord record) {
    EventList events = slots.events(stage.source());
    ConnectionShare share = shares[member.part()];
    Runs runs = share.arriving().of(events);
    for (WeightBlock block : share.blocks()) {
      share.readAhead().of(stage.weights(), block, runs);
      kernels.gather(runs, stage.weights(), block, currents, stage.layout());
    }
    touch(share, runs);
    if (member.isFirst()) {
      count(events, record.counters(), timestep);
    }
  }

  private void touch(ConnectionShare share, Runs runs) {
    for (int pixel : share.pixels()) {
      touchAny(runs, pixel);
    }
    if (!touched.same()) {
      for (int pixel : share.pixels()) {
        touchEffective(share.reached(), runs, pixel);
      }
    }
  }

  private void touchAny(Runs runs, int pixel) {
    int groups = stage.weights().groups();
    int width = stage.weights().width();
    if (groups == 1) {
      touched.any().setPixel(pixel, !runs.isEmpty(pixel));
      return;
    }
    touched.any().setPixel(pixel, false);
    for (int group = 0; group < groups; group++) {
      if (!runs.isEmpty(pixel * groups + group)) {
        touched.any().setChannels(pixel, group * width, width);
      }
    }
  }

  private void touchEffective(ReachedChannels reached, Runs runs, int pixel) {
    int groups = stage.weights().groups();
    int width = stage.weights().width();
    touched.effective().setPixel(pixel, false);
    for (int group = 0; group < groups; group++) {
      int window = pixel * groups + group;
      if (!runs.isEmpty(window)) {
        reached.mark(runs, window, touched.effective(), pixel, group * width);
      }
    }
  }

  private void count(EventList events, Counters counters, int timestep) {
    FanOut fanOut = stage.fanOut();
    long synapses = 0;
    for (int pixel = 0; pixel < stage.sourceLayout().pixels(); pixel++) {
      synapses += (long) (events.start(pixel + 1) - events.start(pixel)) * fanOut.ofPixel(pixel);
    }
    crossings.book(
        counters,
        timestep,
        events.count(),
        synapses,
        fanOut.isDense() ? synapses : effective(events, fanOut),
        events.count() * fanOut.borderless(),
        stage.pooled() ? expanded(events, fanOut) : synapses);
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
