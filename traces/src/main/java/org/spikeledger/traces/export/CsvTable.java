package org.spikeledger.traces.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import org.spikeledger.models.file.CsvLine;

/** One table, in a temporary file until it is complete. */
final class CsvTable implements AutoCloseable {

  private final Path file;
  private final Path temporary;
  private final BufferedWriter out;

  private CsvTable(Path file, Path temporary, BufferedWriter out) {
    this.file = file;
    this.temporary = temporary;
    this.out = out;
  }

  static CsvTable create(Path file) throws IOException {
    Path temporary = file.resolveSibling("." + file.getFileName() + ".tmp");
    return new CsvTable(file, temporary, Files.newBufferedWriter(temporary));
  }

  void row(Object... cells) {
    try {
      out.write(CsvLine.of(Arrays.asList(cells)));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void complete() throws IOException {
    out.close();
    Files.move(
        temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  @Override
  public void close() throws IOException {
    try (out) {
      // Where the disk is full, closing fails; the file goes all the same.
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
