package org.spikeledger.models.graph;

/**
 * When a neuron fires and what its membrane potential becomes.
 *
 * @param threshold finite and above 0; scalar or the layer's shape
 * @param thresholdRule how potential and threshold are compared
 * @param spikeRule how many spikes a timestep can give
 * @param resetRule what firing does to the potential
 * @param resetValue the potential after a reset to a value; scalar or the layer's shape; 0 where
 *     the reset is by subtraction
 */
public record Firing(
    Tensor threshold,
    ThresholdRule thresholdRule,
    SpikeRule spikeRule,
    ResetRule resetRule,
    Tensor resetValue) {

  /** The paper's rules: strictly above the threshold, one spike, reset by subtraction. */
  public static Firing ofPaper(Tensor threshold) {
    return new Firing(
        threshold,
        ThresholdRule.GREATER,
        SpikeRule.SINGLE,
        ResetRule.BY_SUBTRACTION,
        Tensor.scalar(0f));
  }
}
