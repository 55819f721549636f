package org.spikeledger.simulator.reference;

import java.util.List;

/** What reaches a layer over all that feeds it, in one timestep, by NIR index. */
final class Arrivals {

  private final boolean[] touched;
  private final boolean[] effectivelyTouched;
  private final boolean[] biased;

  Arrivals(int neurons) {
    touched = new boolean[neurons];
    effectivelyTouched = new boolean[neurons];
    biased = new boolean[neurons];
  }

  void add(ReferenceConnection connection) {
    for (int i = 0; i < touched.length; i++) {
      touched[i] |= connection.touched(i);
      effectivelyTouched[i] |= connection.effectivelyTouched(i);
      biased[i] |= connection.biased(i);
    }
  }

  void add(List<Event> oneToOne) {
    for (Event event : oneToOne) {
      touched[event.index()] = true;
      effectivelyTouched[event.index()] = true;
    }
  }

  /** Whether an event crossed a synapse onto this neuron. */
  boolean touched(int neuron) {
    return touched[neuron];
  }

  /** Whether an event crossed a synapse of non-zero weight onto this neuron. */
  boolean effectivelyTouched(int neuron) {
    return effectivelyTouched[neuron];
  }

  /** Whether a bias that is not zero feeds this neuron. */
  boolean biased(int neuron) {
    return biased[neuron];
  }
}
