package org.spikeledger.models.dataset;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * Fashion-MNIST (Xiao, Rasul and Vollgraf, arXiv 1708.07747): pictures of clothes, 28 x 28 in grey,
 * ten classes. The 10,000 test images are part of this module, under the MIT licence.
 */
public final class FashionMnist {

  /** The names of the ten classes, by label. */
  public static final List<String> CLASS_NAMES =
      List.of(
          "T-shirt/top",
          "Trouser",
          "Pullover",
          "Dress",
          "Coat",
          "Sandal",
          "Shirt",
          "Sneaker",
          "Bag",
          "Ankle boot");

  private static final String FOLDER = "fashion-mnist/";
  private static final String IMAGES = "t10k-images-idx3-ubyte.gz";
  private static final String LABELS = "t10k-labels-idx1-ubyte.gz";
  private static final String IMAGES_SHA256 =
      "cc1d090a38ace84dfa1aa66e3ada7c336ef481a96936906477e6dd344da56eaa";
  private static final String LABELS_SHA256 =
      "8d3605d196f4be44669e46906da9733c8131fef761fdbfec72c424d5222f1a05";

  private FashionMnist() {}

  /** The 10,000 test images; their checksums are verified. */
  public static Dataset bundledTest() {
    return IdxFolder.dataset(
        "fashion-mnist/test",
        bundled(IMAGES, IMAGES_SHA256, 3),
        bundled(LABELS, LABELS_SHA256, 1),
        CLASS_NAMES);
  }

  private static IdxArray bundled(String file, String checksum, int rank) {
    byte[] content = content(file);
    String actual = Checksum.of(content);
    if (!actual.equals(checksum)) {
      throw new BadInputException(
          "the bundled file has not the checksum it was bundled with: sha256=%s expected=%s file=%s"
              .formatted(actual, checksum, file));
    }
    return IdxArray.read(() -> new ByteArrayInputStream(content), file, rank);
  }

  private static byte[] content(String file) {
    try (InputStream in = FashionMnist.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new FileNotFoundException(file);
      }
      return in.readAllBytes();
    } catch (IOException missing) {
      throw new BadInputException("the bundled file cannot be read: file=" + file, missing);
    }
  }
}
