package org.spikeledger.tools.report;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * A linear axis from zero, in 2 to 5 steps of 1, 2 or 5 times a power of ten.
 *
 * @param step between two ticks
 * @param steps how many
 */
record Axis(double step, int steps) {

  private static final int MOST_STEPS = 5;

  /** The axis that just holds a value; of an axis without any length, 1. */
  static Axis upTo(double largest) {
    if (!(largest > 0)) {
      return new Axis(1, 1);
    }
    double power = Math.pow(10, Math.floor(Math.log10(largest / MOST_STEPS)));
    for (int factor : new int[] {1, 2, 5}) {
      if (factor * power * MOST_STEPS >= largest) {
        return of(factor * power, largest);
      }
    }
    return of(10 * power, largest);
  }

  private static Axis of(double step, double largest) {
    return new Axis(step, (int) Math.ceil(largest / step));
  }

  /** The part of the axis that a value takes, 0..1. */
  double share(double value) {
    return value / (step * steps);
  }

  /** The tick's value as text, without digits that say nothing. */
  String label(int tick) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + 1e-9));
    return BigDecimal.valueOf(tick * step).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
