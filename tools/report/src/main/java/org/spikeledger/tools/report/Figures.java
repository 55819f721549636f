package org.spikeledger.tools.report;

import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers as text, the same way on every page and in every table. */
public final class Figures {

  /** Where a figure has no meaning. */
  static final String NONE = "–";

  private Figures() {}

  /** A whole number with its thousands apart: {@code 12,345}. */
  public static String whole(long number) {
    return String.format(Locale.ROOT, "%,d", number);
  }

  /** A mean of whole numbers: one digit after the point, {@code 12,345.6}. */
  public static String mean(double number) {
    return String.format(Locale.ROOT, "%,.1f", number);
  }

  /** A rate: four digits after the point, {@code 0.1172}. */
  public static String rate(double rate) {
    return String.format(Locale.ROOT, "%.4f", rate);
  }

  static String withError(double value, double standardError) {
    return String.format(Locale.ROOT, "%.4f ± %.4f", value, standardError);
  }

  /** A share as per cent: {@code 92.51 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }

  /** A ratio: two digits after the point; {@code not defined} where something is divided by 0. */
  public static String ratio(double ratio) {
    return Double.isFinite(ratio) ? String.format(Locale.ROOT, "%,.2f", ratio) : "not defined";
  }

  /** The same; {@code not defined} where there is none. */
  public static String ratio(OptionalDouble ratio) {
    return ratio(ratio.orElse(Double.NaN));
  }
}
