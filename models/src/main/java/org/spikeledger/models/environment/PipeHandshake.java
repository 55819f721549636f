package org.spikeledger.models.environment;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * What a process says of its environment when it is greeted.
 *
 * @param shape of an observation, at most {@value #MOST_VALUES} values
 * @param actions 1..{@value #MOST_ACTIONS}
 */
record PipeHandshake(Shape shape, int actions) {

  /** The version of the protocol. */
  static final int VERSION = 1;

  /** What the process is greeted with. */
  static final String GREETING = "spikeledger-environment " + VERSION;

  static final int MOST_VALUES = 1 << 20;
  static final int MOST_ACTIONS = 4096;
  static final int MOST_BYTES = 256;

  private static final Pattern ANSWER =
      Pattern.compile(
          "environment (\\d{1,9}) shape (\\d{1,7}(?:x\\d{1,7}){0,3}) actions (\\d{1,7})");

  /**
   * Understands the answer to the greeting.
   *
   * @throws BadInputException where it is another, or of another version, or too large
   */
  static PipeHandshake parse(String line, String where) {
    Matcher matcher = ANSWER.matcher(line);
    if (!matcher.matches()) {
      throw new BadInputException(
          "an environment is greeted by 'environment VERSION shape NxN actions N': line=%s %s"
              .formatted(PipeText.shown(line), where));
    }
    if (Integer.parseInt(matcher.group(1)) != VERSION) {
      throw new BadInputException(
          "an environment speaks the protocol's version %d: version=%s %s"
              .formatted(VERSION, matcher.group(1), where));
    }
    int actions = Integer.parseInt(matcher.group(3));
    if (actions < 1 || actions > MOST_ACTIONS) {
      throw new BadInputException(
          "an environment has 1..%d actions: actions=%d %s"
              .formatted(MOST_ACTIONS, actions, where));
    }
    return new PipeHandshake(shape(matcher.group(2), where), actions);
  }

  private static Shape shape(String text, String where) {
    List<Integer> extents = new ArrayList<>();
    long size = 1;
    for (String extent : text.split("x", -1)) {
      extents.add(Integer.parseInt(extent));
      size = Math.min(size * extents.getLast(), MOST_VALUES + 1);
    }
    if (size < 1 || size > MOST_VALUES) {
      throw new BadInputException(
          "an observation has 1..%d values: shape=%s %s".formatted(MOST_VALUES, text, where));
    }
    return new Shape(extents);
  }

  /** The longest line that can be an answer to a reset or a step. */
  int mostBytes() {
    return 64 + 32 * shape.size();
  }
}
