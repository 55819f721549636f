package org.spikeledger.tools.bench.result;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A Markdown table that reads well as it is: all cells of a column are equally wide. */
final class MarkdownTable {

  private final int numbersFrom;
  private final List<List<String>> rows = new ArrayList<>();

  /**
   * An empty table.
   *
   * @param numbersFrom the index of the first column that stands to the right
   */
  MarkdownTable(int numbersFrom, String... headers) {
    this.numbersFrom = numbersFrom;
    rows.add(Arrays.asList(headers));
  }

  /** Adds a row with a cell for each column. */
  MarkdownTable row(List<String> cells) {
    rows.add(List.copyOf(cells));
    return this;
  }

  /** Adds a row with a cell for each column. */
  MarkdownTable row(String... cells) {
    return row(Arrays.asList(cells));
  }

  /** The lines, each ended by a line break. */
  String text() {
    List<Integer> widths =
        IntStream.range(0, rows.getFirst().size()).mapToObj(this::width).toList();
    StringBuilder text = new StringBuilder(line(rows.getFirst(), widths));
    text.append(rule(widths));
    rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
    return text.toString();
  }

  private int width(int column) {
    return rows.stream().mapToInt(row -> row.get(column).length()).max().orElseThrow();
  }

  private String line(List<String> cells, List<Integer> widths) {
    return IntStream.range(0, cells.size())
        .mapToObj(
            i -> {
              String space = " ".repeat(widths.get(i) - cells.get(i).length());
              return i < numbersFrom ? cells.get(i) + space : space + cells.get(i);
            })
        .collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private String rule(List<Integer> widths) {
    return IntStream.range(0, widths.size())
        .mapToObj(i -> "-".repeat(widths.get(i) + 1) + (i < numbersFrom ? "-" : ":"))
        .collect(Collectors.joining("|", "|", "|\n"));
  }
}
