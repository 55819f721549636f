package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Lines through points. Places along x are shares of the picture's width and heights are pixels, so
 * that text keeps its size on any screen; only the lines themselves are stretched.
 *
 * @param title what it shows, with the units
 * @param x the horizontal axis
 * @param xLabels texts under it instead of numbers, one a step of 1 from 0; empty for numbers
 * @param y the vertical axis
 * @param lines at least one
 * @param marks places on the horizontal axis with a name
 * @param bands behind the lines
 */
record CurveChart(
    String title,
    Scale x,
    List<String> xLabels,
    Scale y,
    List<Line> lines,
    List<Mark> marks,
    List<Band> bands) {

  private static final int HEIGHT = 220;
  private static final int MARK_ROWS = 3;
  private static final int MARK_PITCH = 13;
  private static final double LEFT_PERCENT = 8;
  private static final double WIDTH_PERCENT = 90;
  private static final int UNITS = 1000;

  /**
   * One line.
   *
   * @param name in the legend
   * @param style the CSS class that colours it
   * @param points from left to right; those that are not finite, as the loss of a training that
   *     diverged, are left out
   */
  record Line(String name, String style, List<Point> points) {
    Line {
      points =
          points.stream()
              .filter(point -> Double.isFinite(point.x()) && Double.isFinite(point.y()))
              .toList();
    }
  }

  /**
   * A point.
   *
   * @param text what it says when it is pointed at
   */
  record Point(double x, double y, String text) {}

  /** A place with a name. */
  record Mark(double x, String name) {}

  /**
   * The room between two lines.
   *
   * @param style the CSS class that colours it
   * @param edge along the top from left to right, then along the bottom back
   */
  record Band(String style, List<Point> edge) {}

  /** Lines without bands. */
  CurveChart(
      String title, Scale x, List<String> xLabels, Scale y, List<Line> lines, List<Mark> marks) {
    this(title, x, xLabels, y, lines, marks, List.of());
  }

  void write(Markup page) {
    page.open("figure").leaf("figcaption", title);
    if (lines.size() > 1) {
      writeLegend(page);
    }
    boolean slanted = !xLabels.isEmpty();
    int below = slanted ? 70 : 24;
    page.open(
        "svg",
        "width",
        "100%",
        "height",
        String.valueOf(top() + HEIGHT + below),
        "role",
        "img",
        "aria-label",
        title);
    writeGrid(page);
    if (slanted) {
      writeNames(page);
    } else {
      writeTicks(page);
    }
    writeMarks(page);
    writeLines(page);
    lines.forEach(line -> line.points().forEach(point -> writePoint(page, line, point)));
    page.close().close().line();
  }

  private void writeLegend(Markup page) {
    page.open("ul", "class", "legend");
    for (Line line : lines) {
      page.open("li").leaf("span", "", "class", "swatch " + line.style()).text(line.name()).close();
    }
    page.close();
  }

  private void writeGrid(Markup page) {
    for (int i = 0; i <= y.steps(); i++) {
      String height = pixels(y.tick(i));
      page.empty("line", "class", "grid", "x1", "0", "x2", "100%", "y1", height, "y2", height);
      page.leaf("text", y.label(i), "class", "tick first", "x", "0", "y", height, "dy", "-3");
    }
    page.line();
  }

  private void writeTicks(Markup page) {
    for (int i = 0; i <= x.steps(); i++) {
      String style = i == 0 ? "tick first" : i == x.steps() ? "tick last" : "tick";
      page.leaf(
          "text",
          x.label(i),
          "class",
          style,
          "x",
          percent(x.tick(i)),
          "y",
          String.valueOf(top() + HEIGHT + 18));
    }
    page.line();
  }

  /** Names stand upright below their places. */
  private void writeNames(Markup page) {
    for (int i = 0; i < xLabels.size(); i++) {
      page.open(
          "svg", "x", percent(i), "y", String.valueOf(top() + HEIGHT + 6), "class", "upright");
      page.leaf("text", xLabels.get(i), "class", "tick name", "transform", "rotate(-90)");
      page.close();
    }
    page.line();
  }

  private void writeMarks(Markup page) {
    for (int i = 0; i < marks.size(); i++) {
      String at = percent(marks.get(i).x());
      String bottom = String.valueOf(top() + HEIGHT);
      String above = String.valueOf(MARK_PITCH * (i % MARK_ROWS + 1));
      page.empty("line", "class", "mark", "x1", at, "x2", at, "y1", above, "y2", bottom);
      page.leaf("text", marks.get(i).name(), "class", "tick first", "x", at, "dx", "3", "y", above);
    }
    page.line();
  }

  private int top() {
    return MARK_PITCH * (marks.isEmpty() ? 1 : MARK_ROWS) + 5;
  }

  private void writeLines(Markup page) {
    page.open(
        "svg",
        "x",
        LEFT_PERCENT + "%",
        "y",
        String.valueOf(top()),
        "width",
        WIDTH_PERCENT + "%",
        "height",
        String.valueOf(HEIGHT),
        "viewBox",
        "0 0 %d %d".formatted(UNITS, UNITS),
        "preserveAspectRatio",
        "none");
    for (Band band : bands) {
      page.empty("polygon", "class", "band " + band.style(), "points", stretched(band.edge()));
    }
    for (Line line : lines) {
      page.empty("polyline", "class", "curve " + line.style(), "points", stretched(line.points()));
    }
    page.close().line();
  }

  private String stretched(List<Point> points) {
    return points.stream()
        .map(
            point ->
                String.format(
                    Locale.ROOT,
                    "%.2f,%.2f",
                    UNITS * x.share(point.x()),
                    UNITS * (1 - y.share(point.y()))))
        .collect(Collectors.joining(" "));
  }

  private void writePoint(Markup page, Line line, Point point) {
    page.open(
        "circle",
        "class",
        line.style(),
        "cx",
        percent(point.x()),
        "cy",
        pixels(point.y()),
        "r",
        "3");
    page.leaf("title", line.name() + ", " + point.text()).close();
  }

  private String percent(double value) {
    return String.format(Locale.ROOT, "%.3f%%", LEFT_PERCENT + WIDTH_PERCENT * x.share(value));
  }

  private String pixels(double value) {
    return String.format(Locale.ROOT, "%.2f", top() + HEIGHT * (1 - y.share(value)));
  }
}
