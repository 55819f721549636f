package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.spikeledger.models.BadInputException;

/** An .npz file: a zip of .npy files. */
final class NpzFile {

  private static final String SUFFIX = ".npy";
  private static final int MOST_ARRAYS = 1 << 10;

  private NpzFile() {}

  /** The array of a name; where the file holds one array, that one. */
  static NpyArray read(Path file, String name) {
    if (!Files.exists(file)) {
      throw new BadInputException("the file does not exist: file=" + file);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      if (zip.size() > MOST_ARRAYS) {
        throw new BadInputException(
            "an .npz file holds at most %d arrays: arrays=%d file=%s"
                .formatted(MOST_ARRAYS, zip.size(), file));
      }
      List<String> names =
          zip.stream().map(ZipEntry::getName).filter(entry -> entry.endsWith(SUFFIX)).toList();
      String wanted = names.size() == 1 ? names.getFirst() : name + SUFFIX;
      ZipEntry entry = zip.getEntry(wanted);
      if (entry == null) {
        throw new BadInputException(
            "an .npz file holds one array or one of this name: name=%s arrays=%s file=%s"
                .formatted(name, names, file));
      }
      try (InputStream in = zip.getInputStream(entry)) {
        return NpyArray.of(
            InputFile.content(in, "file=" + file), "array=" + wanted + " file=" + file);
      }
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist: file=" + file, missing);
    } catch (IOException damaged) {
      throw new BadInputException("an .npz file is a zip that can be read: file=" + file, damaged);
    }
  }

  /** Whether the file holds an array of a name beside others. */
  static boolean has(Path file, String name) {
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return zip.size() > 1 && zip.getEntry(name + SUFFIX) != null;
    } catch (IOException damaged) {
      throw new BadInputException("an .npz file is a zip that can be read: file=" + file, damaged);
    }
  }
}
