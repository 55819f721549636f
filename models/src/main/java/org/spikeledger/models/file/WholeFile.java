package org.spikeledger.models.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** Writes a file beside its place and moves it there; where that fails, nothing is left behind. */
public final class WholeFile {

  private WholeFile() {}

  /** Writes the content to a file of another name. */
  @FunctionalInterface
  public interface Content {

    /** Writes it; may throw anything. */
    void writeTo(Path temporary) throws IOException;
  }

  /**
   * Writes a file, replacing one of that name; two processes may do so at the same time.
   *
   * @throws IOException where it cannot be written; what was there before stays
   */
  public static void write(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    String own = ".%s.%d.part".formatted(target.getFileName(), ProcessHandle.current().pid());
    write(target, target.resolveSibling(own), content);
  }

  /**
   * The same by way of a place in the same folder that the caller alone uses: what a killed process
   * has left there is written over.
   *
   * @throws IOException where it cannot be written; what was there before stays
   */
  public static void write(Path file, Path temporary, Content content) throws IOException {
    try {
      content.writeTo(temporary);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  /**
   * The same with text, as UTF-8.
   *
   * @throws IOException where it cannot be written; what was there before stays
   */
  public static void write(Path file, CharSequence text) throws IOException {
    write(file, temporary -> Files.writeString(temporary, text));
  }
}
