package org.spikeledger.tools.report;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.DoubleSummaryStatistics;
import java.util.List;

/**
 * A linear axis that need not start at zero, in steps of 1, 2 or 5 times a power of ten.
 *
 * @param low the first tick
 * @param step between two ticks
 * @param steps how many, at least 1
 */
record Scale(double low, double step, int steps) {

  private static final int MOST_STEPS = 6;
  private static final double SLACK = 1e-9;

  /** The axis that just holds those values that are finite; without any, 0 to 1. */
  static Scale of(List<Double> values) {
    DoubleSummaryStatistics finite =
        values.stream()
            .mapToDouble(Double::doubleValue)
            .filter(Double::isFinite)
            .summaryStatistics();
    double lowest = finite.getCount() == 0 ? 0 : finite.getMin();
    double highest = finite.getCount() == 0 ? 1 : finite.getMax();
    double length = highest > lowest ? highest - lowest : Math.max(Math.abs(highest), 1) / 10;
    double power = Math.pow(10, Math.floor(Math.log10(length / MOST_STEPS)));
    for (int factor : new int[] {1, 2, 5, 10, 20}) {
      double step = factor * power;
      double first = Math.floor(lowest / step + SLACK);
      int steps = (int) Math.max(1, Math.ceil(highest / step - first - SLACK));
      if (steps <= MOST_STEPS) {
        return new Scale(first * step, step, steps);
      }
    }
    throw new IllegalStateException("no axis holds %s to %s".formatted(lowest, highest));
  }

  /** From the first to the last of some places that are counted, a tick a step. */
  static Scale counting(int last) {
    int step = Math.max(1, (last + MOST_STEPS - 1) / MOST_STEPS);
    return new Scale(0, step, Math.max(1, (last + step - 1) / step));
  }

  /** Where a value lies, 0 at the first tick, 1 at the last. */
  double share(double value) {
    return (value - low) / (step * steps);
  }

  /** The value of a tick. */
  double tick(int index) {
    return low + index * step;
  }

  /** The tick's value as text, without digits that say nothing. */
  String label(int index) {
    int decimals = Math.max(0, (int) -Math.floor(Math.log10(step) + SLACK));
    return BigDecimal.valueOf(tick(index)).setScale(decimals, RoundingMode.HALF_UP).toPlainString();
  }
}
