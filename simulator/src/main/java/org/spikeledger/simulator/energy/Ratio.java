package org.spikeledger.simulator.energy;

import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A ratio that need not exist: to zero it is not defined.
 *
 * @param numerator finite
 * @param denominator finite
 */
public record Ratio(double numerator, double denominator) {

  /** The value; empty where the denominator is zero. */
  public OptionalDouble value() {
    return denominator == 0 ? OptionalDouble.empty() : OptionalDouble.of(numerator / denominator);
  }

  /** Two decimals, or {@code not defined}. */
  public String text() {
    return denominator == 0
        ? "not defined"
        : String.format(Locale.ROOT, "%.2f", numerator / denominator);
  }
}
