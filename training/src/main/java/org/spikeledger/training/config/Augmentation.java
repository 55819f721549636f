package org.spikeledger.training.config;

/**
 * How each training image is varied, anew in every epoch.
 *
 * @param cropPadding black pixels added on every side before a crop of the original size is taken
 *     at random; 0 keeps the image where it is
 * @param horizontalFlip whether half of the images are mirrored
 */
public record Augmentation(int cropPadding, boolean horizontalFlip) {

  /** Refuses a padding outside 0..16. */
  public Augmentation {
    Rules.require(
        cropPadding >= 0 && cropPadding <= 16,
        "the padding lies in 0..16",
        "augmentation.cropPadding",
        cropPadding);
  }
}
