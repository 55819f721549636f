package org.spikeledger.models.dataset;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * Whole numbers as text with commas, a row a line. A first line that does not begin with a number
 * names the columns.
 */
final class TextTable implements EventTable {

  private static final List<String> UNNAMED = List.of("x", "y", "p", "t");
  private static final int LONGEST_LINE = 1 << 10;

  private final byte[] text;
  private final String where;
  private List<String> columns = UNNAMED;
  private long[] values = new long[1 << 10];
  private int size;
  private int line = 1;

  private TextTable(byte[] text, String where) {
    this.text = text;
    this.where = where;
  }

  static TextTable parse(byte[] text, String where) {
    TextTable table = new TextTable(text, where);
    int from = 0;
    while (from < text.length) {
      int end = table.endOfLine(from);
      table.line(new String(text, from, end - from, StandardCharsets.UTF_8).strip());
      table.line++;
      from = end + 1;
    }
    return table;
  }

  private int endOfLine(int from) {
    int end = from;
    while (end < text.length && text[end] != '\n') {
      end++;
    }
    if (end - from > LONGEST_LINE) {
      throw new BadInputException(
          "a line has at most %d bytes: bytes=%d line=%d %s"
              .formatted(LONGEST_LINE, end - from, line, where));
    }
    return end;
  }

  private void line(String content) {
    if (content.isEmpty()) {
      return;
    }
    String[] cells = content.split(",", -1);
    if (line == 1 && Character.isLetter(content.charAt(0))) {
      columns = Arrays.stream(cells).map(String::strip).toList();
      return;
    }
    if (cells.length != columns.size()) {
      throw new BadInputException(
          "a line has a number for each column: numbers=%d columns=%d line=%d %s"
              .formatted(cells.length, columns.size(), line, where));
    }
    for (String cell : cells) {
      add(cell.strip());
    }
  }

  private void add(String cell) {
    if (size == values.length) {
      values = Arrays.copyOf(values, 2 * size);
    }
    try {
      values[size++] = Long.parseLong(cell);
    } catch (NumberFormatException other) {
      throw new BadInputException(
          "a whole number is expected: value=%s line=%d %s".formatted(cell, line, where), other);
    }
  }

  @Override
  public List<String> columns() {
    return columns;
  }

  @Override
  public int rows() {
    return size / columns.size();
  }

  @Override
  public long value(int column, int row) {
    return values[row * columns.size() + column];
  }

  @Override
  public String where() {
    return where;
  }
}
