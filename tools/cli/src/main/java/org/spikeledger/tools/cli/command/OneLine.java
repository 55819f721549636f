package org.spikeledger.tools.cli.command;

/** Messages that stay on one line, whatever a file's name or content puts into them. */
public final class OneLine {

  private OneLine() {}

  /** The text with every run of line breaks and control characters as one space. */
  public static String of(String text) {
    return String.valueOf(text).strip().replaceAll("[\\p{Cntrl}\\u2028\\u2029]+\\s*", " ");
  }
}
