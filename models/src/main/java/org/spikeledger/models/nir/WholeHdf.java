package org.spikeledger.models.nir;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.exceptions.HdfException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.WholeFile;

/** Writes an HDF5 file that appears whole or not at all. */
final class WholeHdf {

  /** An attribute that the library adds to every file. */
  private static final String LIBRARY_ATTRIBUTE = "_jHDF";

  private WholeHdf() {}

  /**
   * Writes a file, replacing one of that name.
   *
   * @throws BadInputException when it cannot be written, or the content refuses
   */
  static void write(Path file, Consumer<WritableHdfFile> content) {
    try {
      WholeFile.write(
          file,
          temporary -> {
            try (WritableHdfFile hdf = HdfFile.write(temporary)) {
              hdf.removeAttribute(LIBRARY_ATTRIBUTE);
              content.accept(hdf);
            }
          });
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
