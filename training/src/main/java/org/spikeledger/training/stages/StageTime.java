package org.spikeledger.training.stages;

/**
 * How fast a stage trains here.
 *
 * @param stage its name
 * @param timesteps T; 0 for the ANN
 * @param epochs configured
 * @param images in an epoch
 * @param imagesPerSecond over some steps, reading and varying the images included
 */
public record StageTime(
    String stage, int timesteps, int epochs, int images, double imagesPerSecond) {

  /** All epochs at this speed, without measuring the network after each. */
  public double estimatedSeconds() {
    return epochs * images / imagesPerSecond;
  }
}
