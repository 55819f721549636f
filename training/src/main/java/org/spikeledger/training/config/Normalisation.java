package org.spikeledger.training.config;

/**
 * Turns a pixel 0..255 into a current: {@code (pixel / 255 - mean) / standardDeviation}, computed
 * in double and rounded once to float32.
 *
 * @param mean subtracted, on the scale 0..1
 * @param standardDeviation divides, positive
 */
public record Normalisation(double mean, double standardDeviation) {

  /** Refuses a deviation that is not positive. */
  public Normalisation {
    Rules.require(
        standardDeviation > 0,
        "the deviation is positive",
        "normalisation.standardDeviation",
        standardDeviation);
  }

  /** The current of one pixel value, 0..255. */
  public float current(int pixel) {
    return (float) ((pixel / 255.0 - mean) / standardDeviation);
  }
}
