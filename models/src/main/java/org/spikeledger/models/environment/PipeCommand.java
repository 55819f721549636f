package org.spikeledger.models.environment;

import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** Splits a command into words without a shell: at spaces, but not within '...' or "...". */
final class PipeCommand {

  private PipeCommand() {}

  /**
   * The words of a command.
   *
   * @throws BadInputException where there is none, or a quotation does not end
   */
  static List<String> words(String command) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean begun = false;
    char quote = 0;
    for (int i = 0; i < command.length(); i++) {
      char c = command.charAt(i);
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '\'' || c == '"') {
        quote = c;
        begun = true;
      } else if (c != ' ') {
        word.append(c);
        begun = true;
      } else if (begun) {
        words.add(word.toString());
        word.setLength(0);
        begun = false;
      }
    }
    if (begun) {
      words.add(word.toString());
    }
    if (quote != 0 || words.isEmpty()) {
      throw new BadInputException(
          "an environment's command has words, and its quotations end: command=" + command);
    }
    return words;
  }
}
