package org.spikeledger.training.zoo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.spikeledger.models.BadInputException;

/** A card as a JSON file, which appears whole or not at all. */
public final class CardFile {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

  private CardFile() {}

  /**
   * Writes a card.
   *
   * @param card a record
   * @throws BadInputException where it cannot be written
   */
  public static void write(Object card, Path file) {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      Files.writeString(temporary, MAPPER.writeValueAsString(card) + "\n");
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInputException("a card can be written: " + file, e);
    }
  }
}
