package org.spikeledger.models.dataset;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * CIFAR-10 in its binary version (Krizhevsky 2009): a folder with {@code data_batch_1.bin} to
 * {@code data_batch_5.bin} and {@code test_batch.bin}. A record is the label, then 32 x 32 bytes of
 * red, of green and of blue.
 */
public final class Cifar10Folder {

  /** The names of the ten classes, by label. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck");

  private static final Shape IMAGE = Shape.of(3, 32, 32);
  private static final int RECORD_BYTES = 1 + 3 * 32 * 32;
  private static final long LARGEST_FILE_RECORDS = 100_000;

  private static final List<String> TRAIN =
      List.of(
          "data_batch_1.bin",
          "data_batch_2.bin",
          "data_batch_3.bin",
          "data_batch_4.bin",
          "data_batch_5.bin");
  private static final List<String> TEST = List.of("test_batch.bin");

  private Cifar10Folder() {}

  /**
   * Reads one part.
   *
   * @throws BadInputException of one line, naming the file
   */
  public static Dataset open(Path folder, Split split) {
    List<byte[]> files =
        (split == Split.TRAIN ? TRAIN : TEST)
            .stream().map(name -> records(folder.resolve(name))).toList();
    int count = files.stream().mapToInt(file -> file.length / RECORD_BYTES).sum();
    byte[] labels = new byte[count];
    byte[] pixels = new byte[count * IMAGE.size()];
    int image = 0;
    for (byte[] file : files) {
      for (int at = 0; at < file.length; at += RECORD_BYTES, image++) {
        labels[image] = file[at];
        System.arraycopy(file, at + 1, pixels, image * IMAGE.size(), IMAGE.size());
      }
    }
    String name = "cifar10/" + (split == Split.TRAIN ? "train" : "test");
    return new LabelledImages(name, IMAGE, CLASS_NAMES, pixels, labels);
  }

  private static byte[] records(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      long size = Files.size(file);
      if (size == 0 || size % RECORD_BYTES != 0 || size / RECORD_BYTES > LARGEST_FILE_RECORDS) {
        throw new BadInputException(
            "a CIFAR-10 file holds 1 to %d whole records of %d bytes: bytes=%d file=%s"
                .formatted(LARGEST_FILE_RECORDS, RECORD_BYTES, size, file));
      }
      byte[] content = in.readNBytes((int) size);
      if (content.length != size) {
        throw new BadInputException(
            "the file changed while it was read: bytes=%d expected=%d file=%s"
                .formatted(content.length, size, file));
      }
      return content;
    } catch (NoSuchFileException missing) {
      throw new BadInputException("the file does not exist: file=" + file, missing);
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the file cannot be read: file=%s cause=%s"
              .formatted(file, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }
}
