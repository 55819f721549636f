package org.spikeledger.models.dataset;

import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;

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

  private static final CifarFiles FILES = new CifarFiles("CIFAR-10", 1);

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
    String part = split == Split.TRAIN ? "train" : "test";
    List<Path> files = (split == Split.TRAIN ? TRAIN : TEST).stream().map(folder::resolve).toList();
    return FILES.open("cifar10/" + part, files, CLASS_NAMES);
  }
}
