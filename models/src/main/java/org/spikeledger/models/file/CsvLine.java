package org.spikeledger.models.file;

import java.util.List;
import java.util.stream.Collectors;

/** Lines of comma-separated values (RFC 4180). */
public final class CsvLine {
  private CsvLine() {}

  /** Cells as one line, without its end: those with a comma, a quote or a line break are quoted. */
  public static String of(List<?> cells) {
    return cells.stream()
        .map(cell -> quoted(String.valueOf(cell)))
        .collect(Collectors.joining(","));
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(each -> each == ',' || each == '"' || each < ' ');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
