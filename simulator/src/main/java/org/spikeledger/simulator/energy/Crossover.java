package org.spikeledger.simulator.energy;

import java.util.OptionalDouble;

/** Where SNN and ANN cost the same: f with direct + f * events = ANN. */
final class Crossover {

  private Crossover() {}

  static OptionalDouble of(double annPj, double directPj, double eventsPj) {
    return eventsPj == 0 || directPj > annPj
        ? OptionalDouble.empty()
        : OptionalDouble.of((annPj - directPj) / eventsPj);
  }
}
