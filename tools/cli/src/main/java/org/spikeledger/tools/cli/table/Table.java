package org.spikeledger.tools.cli.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A table of plain text: a header, a rule, rows; each column as wide as its widest cell. */
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
    rows.add(List.copyOf(cells));
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
    rows.forEach(row -> line(text, row, widths));
    return text.toString();
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
      width = Math.max(width, row.get(column).length());
    }
    return width;
  }
}
