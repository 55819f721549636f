package org.spikeledger.models.dataset;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/**
 * A folder with the four files of MNIST and of the sets made in its image: {@code
 * train-images-idx3-ubyte}, {@code train-labels-idx1-ubyte}, {@code t10k-images-idx3-ubyte}, {@code
 * t10k-labels-idx1-ubyte}, each plain or with {@code .gz}.
 */
public final class IdxFolder {

  private IdxFolder() {}

  /**
   * Reads one part. The classes are named by their numbers.
   *
   * @throws BadInputException of one line, naming the file
   */
  public static Dataset open(Path folder, Split split) {
    String prefix = split == Split.TRAIN ? "train" : "t10k";
    IdxArray images = read(folder, prefix + "-images-idx3-ubyte", 3);
    IdxArray labels = read(folder, prefix + "-labels-idx1-ubyte", 1);
    return dataset("idx:" + folder + "/" + prefix, images, labels, numbered(labels));
  }

  static Dataset dataset(String name, IdxArray images, IdxArray labels, List<String> classNames) {
    int count = images.shape().dimension(0);
    if (count != labels.shape().dimension(0)) {
      throw new BadInputException(
          "every image has a label: images=%d labels=%d dataset=%s"
              .formatted(count, labels.shape().dimension(0), name));
    }
    Shape image = Shape.of(1, images.shape().dimension(1), images.shape().dimension(2));
    return new LabelledImages(name, image, classNames, images.values(), labels.values());
  }

  private static IdxArray read(Path folder, String name, int rank) {
    Path plain = folder.resolve(name);
    Path file = Files.exists(plain) ? plain : folder.resolve(name + ".gz");
    return IdxArray.read(() -> Files.newInputStream(file), file.toString(), rank);
  }

  private static List<String> numbered(IdxArray labels) {
    int largest = 0;
    for (byte label : labels.values()) {
      largest = Math.max(largest, Byte.toUnsignedInt(label));
    }
    List<String> names = new ArrayList<>();
    for (int i = 0; i <= largest; i++) {
      names.add(Integer.toString(i));
    }
    return names;
  }
}
