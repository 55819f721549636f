package org.spikeledger.models.nir;

import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** Texts as the library gives them: one string, an array of strings, or nothing. */
final class FixedTexts {

  private FixedTexts() {}

  static List<String> read(Object data, String where) {
    List<String> texts =
        switch (data) {
          case String text -> List.of(text);
          case String[] several -> Arrays.asList(several);
          case Object[] none when none.length == 0 -> List.of();
          default -> throw new BadInputException("texts are expected: " + where);
        };
    for (String text : texts) {
      if (text.length() > HdfLimits.TEXT_LENGTH) {
        throw new BadInputException(
            "a text has at most %d characters: characters=%d %s"
                .formatted(HdfLimits.TEXT_LENGTH, text.length(), where));
      }
    }
    return List.copyOf(texts);
  }
}
