package org.spikeledger.models.nir;

/** Keeps messages that quote a file to one line: control characters become question marks. */
final class OneLine {

  private OneLine() {}

  static String of(String message) {
    StringBuilder line = new StringBuilder(message.length());
    message
        .codePoints()
        .map(point -> Character.isISOControl(point) || isLineBreak(point) ? '?' : point)
        .forEach(line::appendCodePoint);
    return line.toString();
  }

  private static boolean isLineBreak(int codePoint) {
    return Character.getType(codePoint) == Character.LINE_SEPARATOR
        || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
  }
}
