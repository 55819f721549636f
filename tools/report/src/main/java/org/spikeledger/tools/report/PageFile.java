package org.spikeledger.tools.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.spikeledger.models.BadInputException;

/** Writes a page to a temporary file beside the target, then moves it there. */
final class PageFile {

  private PageFile() {}

  /**
   * Writes or replaces a file; its folder must exist.
   *
   * @throws BadInputException where the file cannot be written; nothing is left behind
   */
  static void write(Path file, String text) {
    Path target = file.toAbsolutePath();
    Path temporary = target.resolveSibling(target.getFileName() + ".partial");
    try {
      Files.writeString(temporary, text);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      remove(temporary);
      throw new BadInputException("a page's file must be writable: file=" + file, e);
    }
  }

  private static void remove(Path temporary) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
