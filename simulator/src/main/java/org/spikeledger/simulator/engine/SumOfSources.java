package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.spikeledger.simulator.kernel.Kernels;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Source;

/**
 * Adds the values of several sources in order: the first one's, zeros included, plus the second
 * one's, and so on. A single connection's currents are passed on as they are. Sums are written by
 * the first thread.
 */
final class SumOfSources {

  private final Layout layout;
  private final Source[] sources;
  private final Kernels kernels;
  private final Slots slots;
  private final MemorySegment sum;
  private final MemorySegment term;

  SumOfSources(Layout layout, List<Source> sources, Kernels kernels, Slots slots) {
    this.layout = layout;
    this.sources = sources.toArray(Source[]::new);
    this.kernels = kernels;
    this.slots = slots;
    boolean passed = isPassed();
    this.sum = passed ? null : Slots.floats(layout);
    this.term = passed ? null : Slots.floats(layout);
  }

  private boolean isPassed() {
    Source first = sources[0];
    return sources.length == 1 && first.fromConnection() && first.permutation().isEmpty();
  }

  /** The sum of this timestep, for all threads; valid until the next call. */
  MemorySegment get(Member member) {
    if (sum == null) {
      return slots.currents(sources[0].slot());
    }
    if (member.isFirst()) {
      addUp();
    }
    member.await();
    return sum;
  }

  private void addUp() {
    put(sources[0], sum);
    for (int i = 1; i < sources.length; i++) {
      put(sources[i], term);
      kernels.add(sum, term, sum.byteSize() / Float.BYTES);
    }
  }

  private void put(Source source, MemorySegment into) {
    into.fill((byte) 0);
    if (source.fromConnection()) {
      putCurrents(source, slots.currents(source.slot()), into);
    } else {
      putEvents(source, slots.events(source.slot()), into);
    }
  }

  private void putCurrents(Source source, MemorySegment currents, MemorySegment into) {
    if (source.permutation().isPresent()) {
      throw new IllegalStateException("a connection has the layout of its target: " + source);
    }
    MemorySegment.copy(currents, 0, into, 0, into.byteSize());
  }

  private void putEvents(Source source, EventList events, MemorySegment into) {
    for (int e = 0; e < events.count(); e++) {
      int index = events.index(e);
      int at = source.permutation().isPresent() ? source.permutation().get().of(index) : index;
      into.setAtIndex(JAVA_FLOAT, layout.offset(at), events.value(e));
    }
  }
}
