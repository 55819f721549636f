package org.spikeledger.tools.cli.table;

import java.util.ArrayList;
import java.util.List;

/**
 * A column of a table.
 *
 * @param header its name, with the unit where there is one
 * @param isNumber whether its cells stand to the right
 * @param most characters of a line of a cell; a longer word stands whole
 */
public record Column(String header, boolean isNumber, int most) {

  /** A column of words, to the left. */
  public static Column text(String header) {
    return new Column(header, false, Integer.MAX_VALUE);
  }

  /** A column of sentences, to the left, on lines of at most so many characters. */
  public static Column wrapped(String header, int most) {
    return new Column(header, false, most);
  }

  /** A column of numbers, to the right. */
  public static Column number(String header) {
    return new Column(header, true, Integer.MAX_VALUE);
  }

  /** The lines of a cell, broken between words; at least one. */
  List<String> lines(String cell) {
    List<String> lines = new ArrayList<>();
    String rest = cell;
    while (rest.length() > most && rest.indexOf(' ') > 0) {
      int space = rest.lastIndexOf(' ', most);
      int end = space > 0 ? space : rest.indexOf(' ');
      lines.add(rest.substring(0, end));
      rest = rest.substring(end + 1);
    }
    lines.add(rest);
    return lines;
  }

  String align(String line, int width) {
    String space = " ".repeat(width - line.length());
    return isNumber ? space + line : line + space;
  }
}
