package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines over a linear axis. Horizontal positions are shares of the picture's width and heights are
 * pixels, so that text keeps its size on any screen.
 *
 * @param title what it shows, with the unit
 * @param across what the horizontal axis is
 * @param series one line each
 * @param top where the vertical axis ends at the latest; lines above are cut off
 */
record LineChart(String title, String across, List<Series> series, double top) {

  private static final int HEIGHT = 260;
  private static final int BOTTOM = 40;
  private static final int PLOT = HEIGHT - BOTTOM;
  private static final double LEFT_PERCENT = 10;
  private static final double WIDTH_PERCENT = 88;

  /**
   * A line.
   *
   * @param name in the legend
   * @param style the CSS class that colours it
   * @param points from left to right
   */
  record Series(String name, String style, List<Point> points) {}

  /**
   * A point of a line.
   *
   * @param x at least 0
   * @param y at least 0
   */
  record Point(double x, double y) {}

  void write(Markup page) {
    page.open("figure").leaf("figcaption", title);
    page.open("ul", "class", "legend");
    for (Series each : series) {
      page.open("li").leaf("span", "", "class", "swatch " + each.style()).text(each.name()).close();
    }
    page.close();
    Axis x = axis(true);
    Axis y = axis(false);
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
    writeVerticalAxis(page, y);
    writeHorizontalAxis(page, x);
    writeLines(page, x, y);
    page.close().close().line();
  }

  private void writeVerticalAxis(Markup page, Axis y) {
    for (int i = 0; i <= y.steps(); i++) {
      String at = pixels(y.share(i * y.step()));
      page.empty(
          "line",
          "class",
          "grid",
          "x1",
          percent(LEFT_PERCENT),
          "x2",
          percent(LEFT_PERCENT + WIDTH_PERCENT),
          "y1",
          at,
          "y2",
          at);
      page.leaf(
          "text",
          y.label(i),
          "class",
          "tick last",
          "x",
          percent(LEFT_PERCENT - 1),
          "y",
          at,
          "dy",
          "4");
    }
  }

  private void writeHorizontalAxis(Markup page, Axis x) {
    for (int i = 0; i <= x.steps(); i++) {
      page.leaf(
          "text",
          x.label(i),
          "class",
          "tick",
          "x",
          percent(LEFT_PERCENT + WIDTH_PERCENT * x.share(i * x.step())),
          "y",
          String.valueOf(PLOT + 16));
    }
    page.leaf(
        "text",
        across,
        "class",
        "tick",
        "x",
        percent(LEFT_PERCENT + WIDTH_PERCENT / 2),
        "y",
        String.valueOf(PLOT + 34));
  }

  private void writeLines(Markup page, Axis x, Axis y) {
    page.open(
        "svg",
        "class",
        "plot",
        "x",
        percent(LEFT_PERCENT),
        "y",
        "0",
        "width",
        percent(WIDTH_PERCENT),
        "height",
        String.valueOf(PLOT),
        "viewBox",
        "0 0 1000 1000",
        "preserveAspectRatio",
        "none");
    for (Series each : series) {
      String points =
          each.points().stream()
              .map(
                  point ->
                      String.format(
                          Locale.ROOT,
                          "%.1f,%.1f",
                          1000 * x.share(point.x()),
                          1000 * (1 - y.share(point.y()))))
              .collect(Collectors.joining(" "));
      page.open("polyline", "class", "curve " + each.style(), "points", points);
      page.leaf("title", each.name()).close();
    }
    page.close();
  }

  private Axis axis(boolean horizontal) {
    double largest =
        series.stream()
            .flatMap(each -> each.points().stream())
            .mapToDouble(horizontal ? Point::x : Point::y)
            .max()
            .orElse(0);
    return Axis.upTo(horizontal ? largest : Math.min(top, largest));
  }

  private static String pixels(double share) {
    return String.format(Locale.ROOT, "%.1f", PLOT * (1 - share));
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", share);
  }
}
