package org.spikeledger.training.data;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.spikeledger.models.BadInputException;

/** The four official files of an MNIST-like dataset in one folder. */
public final class IdxFolder {
  private static final int IMAGES_MAGIC = 0x803;
  private static final int LABELS_MAGIC = 0x801;
  private static final int LARGEST_COUNT = 1_000_000;
  private static final int LARGEST_SIDE = 256;

  private IdxFolder() {}

  /** Reads the training part. */
  public static LabelledImages training(Path folder) {
    return read(
        folder.resolve("train-images-idx3-ubyte.gz"), folder.resolve("train-labels-idx1-ubyte.gz"));
  }

  /** Reads the test part. */
  public static LabelledImages test(Path folder) {
    return read(
        folder.resolve("t10k-images-idx3-ubyte.gz"), folder.resolve("t10k-labels-idx1-ubyte.gz"));
  }

  private static LabelledImages read(Path imageFile, Path labelFile) {
    try (DataInputStream images = open(imageFile);
        DataInputStream labels = open(labelFile)) {
      require(images.readInt(), IMAGES_MAGIC, "magic", imageFile);
      int count = bounded(images.readInt(), LARGEST_COUNT, "count", imageFile);
      int rows = bounded(images.readInt(), LARGEST_SIDE, "rows", imageFile);
      int columns = bounded(images.readInt(), LARGEST_SIDE, "columns", imageFile);
      require(labels.readInt(), LABELS_MAGIC, "magic", labelFile);
      require(labels.readInt(), count, "count", labelFile);
      byte[] pixels = images.readNBytes(Math.multiplyExact(count, rows * columns));
      require(pixels.length, count * rows * columns, "bytes", imageFile);
      byte[] classes = labels.readNBytes(count);
      require(classes.length, count, "bytes", labelFile);
      return new LabelledImages(rows, columns, 1, pixels, classes);
    } catch (IOException e) {
      throw new BadInputException("an IDX file is readable and whole: " + imageFile, e);
    }
  }

  private static DataInputStream open(Path file) throws IOException {
    return new DataInputStream(new GZIPInputStream(Files.newInputStream(file), 1 << 16));
  }

  private static int bounded(int value, int largest, String name, Path file) {
    if (value < 1 || value > largest) {
      throw new BadInputException(
          "an IDX size lies in 1.." + largest + ": " + name + "=" + value + ", " + file);
    }
    return value;
  }

  private static void require(int actual, int expected, String name, Path file) {
    if (actual != expected) {
      throw new BadInputException(
          "an IDX file has " + name + " " + expected + ": " + name + "=" + actual + ", " + file);
    }
  }
}
