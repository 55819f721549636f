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

  /** A message with the file where it happened: behind its values, or behind the rule. */
  static String of(String message, Object file) {
    return of(message + (message.contains(": ") ? " file=" : ": file=") + file);
  }

  private static boolean isLineBreak(int codePoint) {
    return Character.getType(codePoint) == Character.LINE_SEPARATOR
        || Character.getType(codePoint) == Character.PARAGRAPH_SEPARATOR;
  }
}
