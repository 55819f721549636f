package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/** The content of a file from outside, as far as it is not absurdly large. */
final class InputFile {

  private static final int LARGEST_BYTES = 1 << 30;

  private InputFile() {}

  static byte[] content(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return content(in, "file=" + file);
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist: file=" + file, missing);
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the file cannot be read: file=%s cause=%s"
              .formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }

  static byte[] content(InputStream in, String where) throws IOException {
    byte[] content = in.readNBytes(LARGEST_BYTES + 1);
    if (content.length > LARGEST_BYTES) {
      throw new BadInputException(
          "an input file holds at most %d bytes: %s".formatted(LARGEST_BYTES, where));
    }
    return content;
  }
}
