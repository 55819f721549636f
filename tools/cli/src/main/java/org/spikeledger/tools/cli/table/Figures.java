package org.spikeledger.tools.cli.table;

import java.util.Locale;

/** How numbers stand in text. */
public final class Figures {

  private Figures() {}

  /** A whole number with its thousands apart: {@code 12,345}. */
  public static String whole(long value) {
    return String.format(Locale.ROOT, "%,d", value);
  }

  /** A mean of whole numbers: one digit after the point, {@code 12,345.6}. */
  public static String mean(double value) {
    return String.format(Locale.ROOT, "%,.1f", value);
  }

  /** A rate: four digits after the point, {@code 0.1172}. */
  public static String rate(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  /** A ratio: two digits after the point; {@code not defined} where something is divided by 0. */
  public static String ratio(double value) {
    return Double.isFinite(value) ? String.format(Locale.ROOT, "%,.2f", value) : "not defined";
  }

  /** A share as per cent: {@code 92.51 %}. */
  public static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f %%", 100 * share);
  }
}
