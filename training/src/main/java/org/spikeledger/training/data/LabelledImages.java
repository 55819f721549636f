package org.spikeledger.training.data;

/**
 * Images with labels, as bytes.
 *
 * @param rows of an image
 * @param columns of an image
 * @param channels of an image
 * @param pixels image by image, each by row, column, channel; 0..255
 * @param labels one an image, 0..255
 */
public record LabelledImages(int rows, int columns, int channels, byte[] pixels, byte[] labels) {

  /** How many images there are. */
  public int size() {
    return labels.length;
  }

  /** Values in one image. */
  public int pixelsPerImage() {
    return rows * columns * channels;
  }

  /** Label of one image. */
  public int label(int image) {
    return labels[image] & 0xff;
  }
}
