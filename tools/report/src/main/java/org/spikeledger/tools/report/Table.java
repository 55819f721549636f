package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table under its title, which scrolls inside its box. The first column names the row; columns
 * next to each other that share a group stand under one heading.
 */
final class Table {

  private final String title;
  private final List<Column> columns = new ArrayList<>();
  private final List<List<String>> rows = new ArrayList<>();
  private List<String> total = List.of();

  Table(String title, String rowHeading) {
    this.title = title;
    columns.add(new Column("", rowHeading, Kind.TEXT));
  }

  Table text(String heading) {
    columns.add(new Column("", heading, Kind.TEXT));
    return this;
  }

  Table number(String heading) {
    return number("", heading);
  }

  Table number(String group, String heading) {
    columns.add(new Column(group, heading, Kind.NUMBER));
    return this;
  }

  /** A row, one cell a column. */
  Table row(List<String> cells) {
    rows.add(checked(cells));
    return this;
  }

  /** The last row, set off from the others. */
  Table total(List<String> cells) {
    total = checked(cells);
    return this;
  }

  void write(Markup page) {
    page.leaf("h3", title);
    page.open("div", "class", "scroll", "tabindex", "0", "role", "region", "aria-label", title);
    page.open("table").open("thead");
    if (columns.stream().anyMatch(column -> !column.group().isEmpty())) {
      writeGroups(page);
    }
    page.open("tr");
    columns.forEach(column -> page.leaf("th", column.heading(), attributes(column, "col")));
    page.close().close().line().open("tbody");
    rows.forEach(row -> writeRow(page, row));
    page.close();
    if (!total.isEmpty()) {
      page.open("tfoot");
      writeRow(page, total);
      page.close();
    }
    page.close().close().line();
  }

  private void writeGroups(Markup page) {
    page.open("tr", "class", "groups");
    for (int from = 0, to; from < columns.size(); from = to) {
      String group = columns.get(from).group();
      to = from + 1;
      while (to < columns.size() && columns.get(to).group().equals(group)) {
        to++;
      }
      page.leaf("th", group, "colspan", String.valueOf(to - from), "scope", "colgroup");
    }
    page.close();
  }

  private void writeRow(Markup page, List<String> cells) {
    page.open("tr");
    page.leaf("th", cells.getFirst(), attributes(columns.getFirst(), "row"));
    for (int i = 1; i < cells.size(); i++) {
      page.leaf("td", cells.get(i), "class", columns.get(i).kind().style());
    }
    page.close().line();
  }

  private static String[] attributes(Column column, String scope) {
    return new String[] {"scope", scope, "class", column.kind().style()};
  }

  private List<String> checked(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row has a cell a column: cells=%d columns=%d".formatted(cells.size(), columns.size()));
    }
    return List.copyOf(cells);
  }

  private enum Kind {
    TEXT("text"),
    NUMBER("number");

    private final String style;

    Kind(String style) {
      this.style = style;
    }

    String style() {
      return style;
    }
  }

  private record Column(String group, String heading, Kind kind) {}
}
