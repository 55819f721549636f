package org.spikeledger.models.dataset;

import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.models.BadInputException;

/** Labels of an array of samples, from a .npy file or from the same .npz file. */
public final class ArrayLabels {

  private static final String NAME = "labels";
  private static final int LARGEST = 1 << 20;

  private ArrayLabels() {}

  /**
   * The label of each sample.
   *
   * @param samples how many there must be
   * @throws BadInputException of one line, naming the file
   */
  public static int[] read(Path file, int samples) {
    NpyArray array = NpyArray.read(file, NAME);
    if (array.shape().rank() != 1 || array.size() != samples || array.columns().size() != 1) {
      throw new BadInputException(
          "every sample has one label: labels=%s samples=%d %s"
              .formatted(array.shape(), samples, array.where()));
    }
    int[] labels = new int[samples];
    for (int i = 0; i < samples; i++) {
      long label = array.whole(0, i);
      if (label < 0 || label > LARGEST) {
        throw new BadInputException(
            "a label lies in 0..%d: label=%d sample=%d %s"
                .formatted(LARGEST, label, i, array.where()));
      }
      labels[i] = (int) label;
    }
    return labels;
  }

  /** The file itself, where it is an .npz file that holds an array named {@code labels}. */
  public static Optional<Path> beside(Path file) {
    return file.toString().endsWith(".npz") && NpzFile.has(file, NAME)
        ? Optional.of(file)
        : Optional.empty();
  }
}
