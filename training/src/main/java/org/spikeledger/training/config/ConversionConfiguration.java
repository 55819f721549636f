package org.spikeledger.training.config;

/**
 * How thresholds are chosen when the ANN becomes an SNN.
 *
 * @param percentile of a layer's weighted inputs over one batch that becomes its threshold, in (0,
 *     100]
 * @param thresholdScale multiplies that threshold; 1 keeps it
 * @param images in the batch, not augmented
 * @param steps timesteps over which the largest percentile is taken; 0 for those of the SNN
 * @param keepsNormalisation whether the SNN is trained with the ANN's batch normalisation, which is
 *     then folded into weights and biases at export; else at conversion
 */
public record ConversionConfiguration(
    double percentile, double thresholdScale, int images, int steps, boolean keepsNormalisation) {

  /** Refuses values out of range. */
  public ConversionConfiguration {
    Rules.require(
        percentile > 0 && percentile <= 100,
        "the percentile lies in (0, 100]",
        "conversion.percentile",
        percentile);
    Rules.require(
        thresholdScale > 0, "the scale is positive", "conversion.thresholdScale", thresholdScale);
    Rules.require(images > 0, "there is at least one image", "conversion.images", images);
    Rules.require(steps >= 0 && steps <= 1000, "it lies in 0..1000", "conversion.steps", steps);
  }
}
