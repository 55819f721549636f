package org.spikeledger.training.data;

import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.Augmentation;

/**
 * How one image is varied.
 *
 * @param down rows by which the crop lies below the image's own place
 * @param right columns by which it lies to the right
 * @param flip whether it is mirrored
 * @param hidden the square that is not shown
 */
record Variation(int down, int right, boolean flip, Square hidden) {

  static Variation draw(Augmentation augmentation, Shape shape, SplittableRandom random) {
    return new Variation(
        shift(augmentation.cropPadding(), random),
        shift(augmentation.cropPadding(), random),
        augmentation.horizontalFlip() && random.nextBoolean(),
        Square.draw(augmentation.cutout(), shape, random));
  }

  /**
   * Pixels of an image, those within it.
   *
   * @param top first row
   * @param bottom the row after the last
   * @param left first column
   * @param right the column after the last
   */
  record Square(int top, int bottom, int left, int right) {
    private static final Square NONE = new Square(0, 0, 0, 0);

    /** Around a pixel drawn from the whole image. */
    private static Square draw(int side, Shape shape, SplittableRandom random) {
      if (side == 0) {
        return NONE;
      }
      int top = random.nextInt(shape.rows()) - side / 2;
      int left = random.nextInt(shape.columns()) - side / 2;
      return new Square(
          Math.max(0, top),
          Math.min(shape.rows(), top + side),
          Math.max(0, left),
          Math.min(shape.columns(), left + side));
    }
  }

  private static int shift(int padding, SplittableRandom random) {
    return padding == 0 ? 0 : random.nextInt(2 * padding + 1) - padding;
  }

  int sourceRow(int row) {
    return row + down;
  }

  int sourceColumn(int column, int columns) {
    return (flip ? columns - 1 - column : column) + right;
  }
}
