package org.spikeledger.training.config;

/** The number format of products in training; neurons, loss and every evaluation are float32. */
public enum Precision {
  /** 32-bit floating point throughout. */
  FLOAT32,
  /**
   * Inputs and weights of convolutions and linear layers are rounded to bfloat16, but for the first
   * layer, which takes the images.
   */
  BFLOAT16
}
