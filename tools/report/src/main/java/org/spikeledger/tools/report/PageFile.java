package org.spikeledger.tools.report;

import java.io.IOException;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;

/** Writes pages and pictures. */
final class PageFile {

  private PageFile() {}

  /**
   * Writes or replaces a file; its folder must exist.
   *
   * @throws BadInputException where the file cannot be written; nothing is left behind
   */
  static void write(Path file, String text) {
    try {
      WholeFile.write(file, text);
    } catch (IOException refused) {
      throw new BadInputException("a page's file must be writable: file=" + file, refused);
    }
  }
}
