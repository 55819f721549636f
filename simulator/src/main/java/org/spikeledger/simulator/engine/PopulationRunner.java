package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.spikeledger.simulator.count.Counters;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EncodedInput;
import org.spikeledger.simulator.kernel.FiredNeurons;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.NeuronBits;
import org.spikeledger.simulator.plan.PopulationStage;

/**
 * Updates the neurons of one layer, pixel after pixel, and books who was reached. Each thread
 * writes the potentials of its pixels and who fired there; when all have, each puts these into the
 * layer's events behind those of the threads before it, and the first thread books.
 */
final class PopulationRunner implements StageRunner, Potentials {

  private final PopulationStage stage;
  private final Kernels kernels;
  private final Probe probe;
  private final SumOfSources sum;
  private final MemorySegment potentials;
  private final EventList events;
  private final FiredNeurons[] fired;
  private final MemorySegment[] zeroed;
  private final boolean zeroedInTurn;
  private final Arrivals arrivals;

  PopulationRunner(PopulationStage stage, Kernels kernels, Slots slots, Probe probe) {
    this.stage = stage;
    this.kernels = kernels;
    this.probe = probe;
    Layout layout = stage.layout();
    boolean several = stage.parameters().several();
    sum = new SumOfSources(layout, stage.sources(), kernels, slots);
    potentials = slots.scratch().potentials(stage);
    zeroedInTurn = slots.scratch().isUnread(stage);
    int[] spikes = slots.scratch().spikes(stage);
    events = slots.putEvents(stage.slot(), new EventList(layout, several, false, spikes));
    List<Member> members = slots.members();
    fired =
        members.size() == 1
            ? new FiredNeurons[] {new FiredNeurons(spikes, several)}
            : members.stream()
                .map(
                    each ->
                        new FiredNeurons(each.share(layout.pixels()) * layout.channels(), several))
                .toArray(FiredNeurons[]::new);
    zeroed = members.stream().map(this::ofItsPixels).toArray(MemorySegment[]::new);
    slots.putCurrents(stage.slot(), potentials, null);
    arrivals = new Arrivals(layout, stage.sources(), stage.layer(), slots);
  }

  @Override
  public boolean constant() {
    return false;
  }

  private MemorySegment ofItsPixels(Member member) {
    long pixelBytes = (long) stage.layout().stride() * Float.BYTES;
    long first = member.from(stage.layout().pixels()) * pixelBytes;
    return potentials.asSlice(first, member.share(stage.layout().pixels()) * pixelBytes);
  }

  @Override
  public void begin(Member member, EncodedInput input) {
    if (!zeroedInTurn) {
      zeroed[member.part()].fill((byte) 0);
    }
    if (member.isFirst()) {
      events.takeWritten(0);
    }
  }

  @Override
  public void run(Member member, int timestep, InferenceRecord record) {
    if (member.isFirst()) {
      bookArrivals(record.counters(), timestep);
    }
    update(member);
    member.await();
    events.take(fired, member);
    if (member.isFirst()) {
      finish(timestep, record);
    }
  }

  private void finish(int timestep, InferenceRecord record) {
    record.spikes().append(fired);
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
    MemorySegment current = sum.get(Member.ALONE);
    for (int i = 0; i < into.length; i++) {
      into[i] = current.getAtIndex(JAVA_FLOAT, stage.layout().offset(i));
    }
  }

  private void update(Member member) {
    MemorySegment currents = sum.get(member);
    if (zeroedInTurn) {
      zeroed[member.part()].fill((byte) 0);
    }
    FiredNeurons ofMember = fired[member.part()];
    ofMember.clear();
    int pixels = stage.layout().pixels();
    kernels.update(
        stage.parameters(),
        potentials,
        currents,
        stage.layout(),
        member.from(pixels),
        member.to(pixels),
        ofMember);
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
    int number = visited.count();
    int others = number == stage.layout().size() ? 0 : firedLastAndNotIn(visited);
    counters.add(stage.layer(), timestep, Primitive.VISITED, number + others);
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
    for (FiredNeurons part : fired) {
      counters.add(stage.layer(), timestep, Primitive.SPIKES, spikes(part));
      counters.add(stage.layer(), timestep, Primitive.UPDATED, part.updated());
    }
  }

  private static long spikes(FiredNeurons fired) {
    if (fired.spikes() == null) {
      return fired.count();
    }
    long spikes = 0;
    for (int i = 0; i < fired.count(); i++) {
      spikes += fired.spikes()[i];
    }
    return spikes;
  }

  private void copyTo(float[] output) {
    for (int i = 0; i < output.length; i++) {
      float scale = stage.scale().at((long) stage.layout().offset(i) * Float.BYTES);
      output[i] = scale == 1f ? get(i) : scale * get(i);
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
