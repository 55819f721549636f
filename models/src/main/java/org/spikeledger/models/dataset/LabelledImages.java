package org.spikeledger.models.dataset;

import java.util.List;
import java.util.Objects;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/** A dataset that lies in memory as a whole. */
final class LabelledImages implements Dataset {

  private final String name;
  private final Shape imageShape;
  private final List<String> classNames;
  private final byte[] pixels;
  private final byte[] labels;

  /**
   * @param pixels all images, one after another, taken over
   * @param labels one unsigned byte an image, taken over
   */
  LabelledImages(
      String name, Shape imageShape, List<String> classNames, byte[] pixels, byte[] labels) {
    this.name = name;
    this.imageShape = imageShape;
    this.classNames = List.copyOf(classNames);
    this.pixels = pixels;
    this.labels = labels;
    if ((long) labels.length * imageShape.size() != pixels.length) {
      throw new BadInputException(
          "every image has a label: labels=%d bytes=%d imageShape=%s dataset=%s"
              .formatted(labels.length, pixels.length, imageShape, name));
    }
    checkLabels();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public int size() {
    return labels.length;
  }

  @Override
  public Shape imageShape() {
    return imageShape;
  }

  @Override
  public List<String> classNames() {
    return classNames;
  }

  @Override
  public void image(int index, byte[] into) {
    Objects.checkIndex(index, labels.length);
    int length = imageShape.size();
    System.arraycopy(pixels, index * length, into, 0, length);
  }

  @Override
  public int label(int index) {
    return Byte.toUnsignedInt(labels[index]);
  }

  @Override
  public String toString() {
    return name;
  }

  private void checkLabels() {
    for (int i = 0; i < labels.length; i++) {
      if (label(i) >= classNames.size()) {
        throw new BadInputException(
            "a label is below the number of classes: label=%d classes=%d image=%d dataset=%s"
                .formatted(label(i), classNames.size(), i, name));
      }
    }
  }
}
