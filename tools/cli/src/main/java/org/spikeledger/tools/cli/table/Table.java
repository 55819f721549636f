package org.spikeledger.tools.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of plain text: a header, a rule, rows; each column as wide as its widest line. */
public final class Table {

  private static final String GAP = "  ";

  private final List<Column> columns;
  private final List<List<String>> rows = new ArrayList<>();

  /** An empty table. */
  public Table(List<Column> columns) {
    this.columns = List.copyOf(columns);
  }

  /** An empty table. */
  public static Table of(Column... columns) {
    return new Table(Arrays.asList(columns));
  }

  /** Adds a row with a cell for each column. */
  public Table row(List<String> cells) {
    if (cells.size() != columns.size()) {
      throw new IllegalArgumentException(
          "a row has a cell for each column: cells=%d columns=%d"
              .formatted(cells.size(), columns.size()));
    }
    rows.add(cells.stream().map(cell -> cell.replaceAll("\\R", " ")).toList());
    return this;
  }

  /** Adds a row with a cell for each column. */
  public Table row(String... cells) {
    return row(Arrays.asList(cells));
  }

  /** The table's lines, each ended by a line break. */
  public String text() {
    List<Integer> widths = IntStream.range(0, columns.size()).mapToObj(this::width).toList();
    StringBuilder text = new StringBuilder();
    line(text, columns.stream().map(Column::header).toList(), widths);
    line(text, widths.stream().map("-"::repeat).toList(), widths);
    rows.forEach(row -> lines(text, row, widths));
    return text.toString();
  }

  private void lines(StringBuilder text, List<String> row, List<Integer> widths) {
    List<List<String>> cells =
        IntStream.range(0, row.size()).mapToObj(i -> columns.get(i).lines(row.get(i))).toList();
    int height = cells.stream().mapToInt(List::size).max().orElse(0);
    for (int i = 0; i < height; i++) {
      int at = i;
      line(text, cells.stream().map(cell -> at < cell.size() ? cell.get(at) : "").toList(), widths);
    }
  }

  private void line(StringBuilder text, List<String> cells, List<Integer> widths) {
    String line =
        IntStream.range(0, cells.size())
            .mapToObj(i -> columns.get(i).align(cells.get(i), widths.get(i)))
            .collect(Collectors.joining(GAP));
    text.append(line.stripTrailing()).append('\n');
  }

  private int width(int column) {
    int width = columns.get(column).header().length();
    for (List<String> row : rows) {
      for (String line : columns.get(column).lines(row.get(column))) {
        width = Math.max(width, line.length());
      }
    }
    return width;
  }
}
