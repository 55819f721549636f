package org.spikeledger.tools.report;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars from zero on a linear scale: a row with a label, one bar a series. Widths are
 * shares of the picture's width and heights are pixels, so that text keeps its size on any screen.
 *
 * @param title what it shows, with the unit
 * @param series what the bars of a row are, at least one
 * @param rows from top to bottom
 */
record BarChart(String title, List<Series> series, List<Row> rows) {

  private static final double WIDEST_PERCENT = 74;
  private static final int LABEL_HEIGHT = 20;
  private static final int BAR_HEIGHT = 12;
  private static final int BAR_PITCH = 16;
  private static final int ROW_GAP = 8;
  private static final int AXIS_HEIGHT = 24;

  /**
   * A kind of bar.
   *
   * @param name in the legend
   * @param style the CSS class that colours it
   */
  record Series(String name, String style) {}

  /**
   * A label and its bars.
   *
   * @param label such as a layer's name
   * @param bars one a series
   */
  record Row(String label, List<Bar> bars) {}

  /**
   * A bar.
   *
   * @param value at least 0
   * @param text the value in words, printed at its end
   */
  record Bar(double value, String text) {}

  void write(Markup page) {
    page.open("figure");
    page.leaf("figcaption", title);
    if (series.size() > 1) {
      writeLegend(page);
    }
    int height = rows.size() * rowHeight() + AXIS_HEIGHT;
    page.open(
        "svg",
        "width",
        "100%",
        "height",
        String.valueOf(height),
        "role",
        "img",
        "aria-label",
        title);
    Axis axis = Axis.upTo(largest());
    writeAxis(page, axis, height - AXIS_HEIGHT);
    for (int i = 0; i < rows.size(); i++) {
      writeRow(page, rows.get(i), axis, i * rowHeight());
    }
    page.close().close().line();
  }

  private void writeLegend(Markup page) {
    page.open("ul", "class", "legend");
    for (Series each : series) {
      page.open("li").leaf("span", "", "class", "swatch " + each.style()).text(each.name()).close();
    }
    page.close();
  }

  private void writeAxis(Markup page, Axis axis, int bottom) {
    for (int i = 0; i <= axis.steps(); i++) {
      String x = percent(axis.share(i * axis.step()));
      page.empty(
          "line", "class", "grid", "x1", x, "x2", x, "y1", "0", "y2", String.valueOf(bottom));
      page.leaf(
          "text",
          axis.label(i),
          "class",
          i == 0 ? "tick first" : "tick",
          "x",
          x,
          "y",
          String.valueOf(bottom + 16));
    }
    page.line();
  }

  private void writeRow(Markup page, Row row, Axis axis, int top) {
    page.leaf("text", row.label(), "class", "label", "x", "0", "y", String.valueOf(top + 15));
    for (int i = 0; i < row.bars().size(); i++) {
      Bar bar = row.bars().get(i);
      int y = top + LABEL_HEIGHT + i * BAR_PITCH;
      String width = percent(axis.share(bar.value()));
      page.open(
          "rect",
          "class",
          series.get(i).style(),
          "x",
          "0",
          "y",
          String.valueOf(y),
          "width",
          width,
          "height",
          String.valueOf(BAR_HEIGHT));
      page.leaf("title", "%s, %s: %s".formatted(row.label(), series.get(i).name(), bar.text()));
      page.close();
      page.leaf(
          "text", bar.text(), "class", "value", "x", width, "dx", "6", "y", String.valueOf(y + 10));
    }
    page.line();
  }

  private int rowHeight() {
    return LABEL_HEIGHT + series.size() * BAR_PITCH + ROW_GAP;
  }

  private double largest() {
    return rows.stream()
        .flatMap(row -> row.bars().stream())
        .mapToDouble(Bar::value)
        .max()
        .orElse(0);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.3f%%", WIDEST_PERCENT * share);
  }
}
