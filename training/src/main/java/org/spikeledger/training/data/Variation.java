package org.spikeledger.training.data;

import java.util.SplittableRandom;
import org.spikeledger.training.config.Augmentation;

/**
 * How one image is varied.
 *
 * @param down rows by which the crop lies below the image's own place
 * @param right columns by which it lies to the right
 * @param flip whether it is mirrored
 */
record Variation(int down, int right, boolean flip) {

  static Variation draw(Augmentation augmentation, SplittableRandom random) {
    return new Variation(
        shift(augmentation.cropPadding(), random),
        shift(augmentation.cropPadding(), random),
        augmentation.horizontalFlip() && random.nextBoolean());
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
