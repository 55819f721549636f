package org.spikeledger.tools.cli.profile;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.CsvLine;
import org.spikeledger.models.file.WholeFile;

/** A table of comma-separated values (RFC 4180), with a header. */
final class CsvTable {

  private final StringBuilder text = new StringBuilder();

  CsvTable(List<String> header) {
    row(header);
  }

  static CsvTable of(String... header) {
    return new CsvTable(Arrays.asList(header));
  }

  void row(List<?> cells) {
    text.append(CsvLine.of(cells)).append("\r\n");
  }

  /** Writes or replaces a file. */
  void write(Path file) {
    try {
      WholeFile.write(file, text);
    } catch (IOException e) {
      throw new BadInputException("a table's file must be writable: file=" + file, e);
    }
  }
}
