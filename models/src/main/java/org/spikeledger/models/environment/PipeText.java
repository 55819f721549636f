package org.spikeledger.models.environment;

import org.spikeledger.models.BadInputException;

/** Walks through the words of one answer; a single space stands between two words. */
final class PipeText {

  private static final int MOST_SHOWN = 80;

  private final String line;
  private final String where;
  private int at;

  /**
   * An answer.
   *
   * @param where it came from, for refusals
   */
  PipeText(String line, String where) {
    this.line = line;
    this.where = where;
  }

  /** A text from outside, cut and without control characters, for a message of one line. */
  static String shown(String text) {
    String cut = text.length() > MOST_SHOWN ? text.substring(0, MOST_SHOWN) + "..." : text;
    return cut.replaceAll("[^ -~]", "?");
  }

  /** The next word; empty where there is none. */
  String word() {
    int end = line.indexOf(' ', at);
    end = end < 0 ? line.length() : end;
    String word = at > line.length() ? "" : line.substring(at, end);
    at = end + 1;
    return word;
  }

  /** What follows the words taken so far. */
  String rest() {
    return at > line.length() ? "" : line.substring(at);
  }

  /** The next word as a finite number. */
  double number(String name) {
    String word = word();
    try {
      double value = Double.parseDouble(word);
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException notOne) {
      // Refused below, as what is not finite.
    }
    throw new BadInputException(
        "an environment's numbers are finite decimals: %s=%s %s"
            .formatted(name, shown(word), where));
  }

  /**
   * The rest as an observation, rounded to float32.
   *
   * @throws BadInputException unless there are exactly as many finite values
   */
  void observation(float[] into) {
    for (int i = 0; i < into.length; i++) {
      into[i] = (float) number("value " + i);
      if (!Float.isFinite(into[i])) {
        throw new BadInputException(
            "an observation's values are finite in float32: value %d is not, %s"
                .formatted(i, where));
      }
    }
    if (at <= line.length()) {
      throw new BadInputException(
          "an observation has as many values as its shape: expected=%d more=%s %s"
              .formatted(into.length, shown(rest()), where));
    }
  }
}
