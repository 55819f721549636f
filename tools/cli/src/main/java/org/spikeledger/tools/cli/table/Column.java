package org.spikeledger.tools.cli.table;

/**
 * A column of a table.
 *
 * @param header its name, with the unit where there is one
 * @param isNumber whether its cells stand to the right
 */
public record Column(String header, boolean isNumber) {

  /** A column of words, to the left. */
  public static Column text(String header) {
    return new Column(header, false);
  }

  /** A column of numbers, to the right. */
  public static Column number(String header) {
    return new Column(header, true);
  }

  String align(String cell, int width) {
    String space = " ".repeat(width - cell.length());
    return isNumber ? space + cell : cell + space;
  }
}
