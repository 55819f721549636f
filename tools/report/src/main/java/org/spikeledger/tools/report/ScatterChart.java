package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.profile.AnnAgainstSnn;

/**
 * Points over the square from 0 to 1 both ways, with the line on which both sides agree.
 *
 * @param title what it shows
 * @param points activation across, rate upwards
 */
record ScatterChart(String title, List<AnnAgainstSnn.Point> points) {

  private static final int PLOT = 180;
  private static final int HEIGHT = PLOT + 40;
  private static final double LEFT_PERCENT = 13;
  private static final double WIDTH_PERCENT = 84;

  void write(Markup page) {
    page.open("figure").leaf("figcaption", title);
    page.open(
        "svg",
        "width",
        "100%",
        "height",
        String.valueOf(HEIGHT),
        "role",
        "img",
        "aria-label",
        title);
    for (int i = 0; i <= 2; i++) {
      writeTicks(page, i / 2.0);
    }
    page.empty("line", "class", "grid", "x1", across(0), "x2", across(1), "y1", up(0), "y2", up(1));
    for (AnnAgainstSnn.Point point : points) {
      page.empty(
          "circle",
          "class",
          "dot",
          "cx",
          across(Math.min(1, point.activation())),
          "cy",
          up(Math.min(1, point.rate())),
          "r",
          "2.5");
    }
    page.leaf(
        "text",
        "ANN activation",
        "class",
        "tick",
        "x",
        across(0.5),
        "y",
        String.valueOf(PLOT + 34));
    page.close().close().line();
  }

  private static void writeTicks(Markup page, double at) {
    String label = String.format(Locale.ROOT, "%.1f", at);
    page.empty(
        "line", "class", "grid", "x1", across(0), "x2", across(1), "y1", up(at), "y2", up(at));
    page.leaf(
        "text",
        label,
        "class",
        "tick last",
        "x",
        percent(LEFT_PERCENT - 1),
        "y",
        up(at),
        "dy",
        "4");
    page.leaf("text", label, "class", "tick", "x", across(at), "y", String.valueOf(PLOT + 18));
  }

  private static String across(double share) {
    return percent(LEFT_PERCENT + WIDTH_PERCENT * share);
  }

  private static String up(double share) {
    return String.format(Locale.ROOT, "%.1f", 4 + (PLOT - 4) * (1 - share));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.2f%%", share);
  }
}
