package org.spikeledger.models.nir;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import java.util.function.Consumer;
import org.spikeledger.models.BadInputException;

/** Writes an HDF5 file that appears whole or not at all. */
final class WholeFile {

  /** An attribute that the library adds to every file. */
  private static final String LIBRARY_ATTRIBUTE = "_jHDF";

  private WholeFile() {}

  /**
   * Writes a file, replacing one of that name.
   *
   * @throws BadInputException when it cannot be written, or the content refuses
   */
  static void write(Path file, Consumer<WritableHdfFile> content) {
    Path target = file.toAbsolutePath();
    Path temporary =
        target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
    try {
      try {
        try (WritableHdfFile hdf = HdfFile.write(temporary)) {
          hdf.removeAttribute(LIBRARY_ATTRIBUTE);
          content.accept(hdf);
        }
        Files.move(
            temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException | HdfException failure) {
      throw new BadInputException(
          "the file cannot be written: file=%s cause=%s"
              .formatted(file, failure.getClass().getSimpleName()),
          failure);
    } catch (BadInputException refused) {
      throw new BadInputException(OneLine.of(refused.getMessage(), file), refused);
    }
  }
}
