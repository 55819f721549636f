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
 * @param amplitude the value of one spike where it arrives, finite and above 0; n spikes in one
 *     timestep have n times that value; threshold and reset do not see it
 */
public record Firing(
    Tensor threshold,
    ThresholdRule thresholdRule,
    SpikeRule spikeRule,
    ResetRule resetRule,
    Tensor resetValue,
    float amplitude) {

  /** Spikes of value 1. */
  public Firing(
      Tensor threshold,
      ThresholdRule thresholdRule,
      SpikeRule spikeRule,
      ResetRule resetRule,
      Tensor resetValue) {
    this(threshold, thresholdRule, spikeRule, resetRule, resetValue, 1f);
  }

  /** Whether every spike arrives as 1 and none comes with another. */
  public boolean isBinary() {
    return spikeRule == SpikeRule.SINGLE && amplitude == 1f;
  }

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
