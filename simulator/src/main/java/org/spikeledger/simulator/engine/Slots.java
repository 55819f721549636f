package org.spikeledger.simulator.engine;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.plan.Layout;

/** The values that the stages of one engine leave for one another. One thread owns them. */
final class Slots {

  private final EventList[] events;
  private final MemorySegment[] currents;
  private final Touched[] touched;
  private final DelayLine[] delayLines;

  Slots(int number) {
    events = new EventList[number];
    currents = new MemorySegment[number];
    touched = new Touched[number];
    delayLines = new DelayLine[number];
  }

  /** Zeroed floats in a layout, off the heap, at a cache line. */
  static MemorySegment floats(Layout layout) {
    return Arena.ofAuto().allocate(layout.bytes(), 64);
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
