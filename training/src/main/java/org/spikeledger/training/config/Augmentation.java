package org.spikeledger.training.config;

/**
 * How each training image is varied, anew in every epoch.
 *
 * @param cropPadding black pixels added on every side before a crop of the original size is taken
 *     at random; 0 keeps the image where it is
 * @param horizontalFlip whether half of the images are mirrored
 * @param cutout pixels of the side of a square that is hidden, at a random place that may reach
 *     over the edge (DeVries and Taylor 2017); 0 hides nothing
 */
public record Augmentation(int cropPadding, boolean horizontalFlip, int cutout) {
  /** Leaves images as they are. */
  public static final Augmentation NONE = new Augmentation(0, false, 0);

  /** Refuses a padding outside 0..16, a square outside 0..1024. */
  public Augmentation {
    Rules.require(
        cropPadding >= 0 && cropPadding <= 16,
        "the padding lies in 0..16",
        "augmentation.cropPadding",
        cropPadding);
    Rules.require(
        cutout >= 0 && cutout <= 1024, "the side lies in 0..1024", "augmentation.cutout", cutout);
  }
}
