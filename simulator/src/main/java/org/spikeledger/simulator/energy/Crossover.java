package org.spikeledger.simulator.energy;

import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;

/** The factor on all rates at which SNN and ANN cost the same. */
final class Crossover {

  private static final double LARGEST = 1e6;
  private static final int HALVINGS = 60;

  private Crossover() {}

  /** Where the SNN's energy is a line: f with direct + f * events = ANN. */
  static OptionalDouble of(double annPj, double directPj, double eventsPj) {
    return eventsPj == 0 || directPj > annPj
        ? OptionalDouble.empty()
        : OptionalDouble.of((annPj - directPj) / eventsPj);
  }

  /**
   * Where the SNN's energy rises in any way, found by halving; empty where it is above the ANN's
   * without a single spike, or stays below it at 2^19 times the rates.
   */
  static OptionalDouble where(double annPj, DoubleUnaryOperator snnPj) {
    if (snnPj.applyAsDouble(0) > annPj) {
      return OptionalDouble.empty();
    }
    double above = 1;
    while (snnPj.applyAsDouble(above) < annPj) {
      above *= 2;
      if (above > LARGEST) {
        return OptionalDouble.empty();
      }
    }
    double below = 0;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (below + above) / 2;
      if (snnPj.applyAsDouble(middle) < annPj) {
        below = middle;
      } else {
        above = middle;
      }
    }
    return OptionalDouble.of(above);
  }
}
