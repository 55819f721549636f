package org.spikeledger.simulator.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.spikeledger.simulator.plan.Layout;
import org.spikeledger.simulator.plan.Plan;

/**
 * The values that the stages of one engine leave for one another. Filled while the engine is made;
 * what stands in a slot is written by the threads of the stage that owns it, before they meet, and
 * read by later stages.
 */
final class Slots {

  private final List<Member> members;
  private final Scratch scratch;
  private final EventList[] events;
  private final MemorySegment[] currents;
  private final Touched[] touched;
  private final DelayLine[] delayLines;

  /**
   * Empty slots.
   *
   * @param carriesState whether what was written in one timestep is needed in another
   */
  Slots(Plan plan, List<Member> members, boolean carriesState) {
    this.members = members;
    scratch = new Scratch(plan, carriesState);
    int number = plan.slots();
    events = new EventList[number];
    currents = new MemorySegment[number];
    touched = new Touched[number];
    delayLines = new DelayLine[number];
  }

  /** Zeroed floats in a layout, off the heap, at a cache line. */
  static MemorySegment floats(Layout layout) {
    return floats(layout.bytes());
  }

  /** So many bytes of zeroed floats, off the heap, at a cache line. */
  static MemorySegment floats(long bytes) {
    return Arena.ofAuto().allocate(bytes, 64);
  }

  /** The threads that share every inference. */
  List<Member> members() {
    return members;
  }

  /** Memory that populations use in turn. */
  Scratch scratch() {
    return scratch;
  }

  EventList putEvents(int slot, EventList list) {
    events[slot] = list;
    return list;
  }

  void putCurrents(int slot, MemorySegment segment, Touched neurons) {
    currents[slot] = segment;
    touched[slot] = neurons;
  }

  DelayLine putDelayLine(int slot, DelayLine line) {
    delayLines[slot] = line;
    return line;
  }

  DelayLine delayLine(int slot) {
    return delayLines[slot];
  }

  EventList events(int slot) {
    return events[slot];
  }

  MemorySegment currents(int slot) {
    return currents[slot];
  }

  /** Which targets of a connection events reached. */
  Touched touched(int slot) {
    return touched[slot];
  }
}
