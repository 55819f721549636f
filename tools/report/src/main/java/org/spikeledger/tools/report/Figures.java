package org.spikeledger.tools.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text, the same way everywhere on the page. */
final class Figures {

  /** Where a figure has no meaning. */
  static final String NONE = "–";

  private Figures() {}

  static String count(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A mean of counts. */
  static String mean(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  static String rate(double rate) {
    return String.format(Locale.ROOT, "%.4f", rate);
  }

  static String withError(double value, double standardError) {
    return String.format(Locale.ROOT, "%.4f ± %.4f", value, standardError);
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  static String ratio(OptionalDouble ratio) {
    return ratio.isEmpty()
        ? "not defined"
        : String.format(Locale.ROOT, "%,.2f", ratio.getAsDouble());
  }
}
