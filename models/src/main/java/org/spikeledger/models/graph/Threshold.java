package org.spikeledger.models.graph;

/**
 * Units without memory that send 1 where what arrives in a timestep lies above the threshold (NIR
 * node {@code Threshold}). It is a neuron that keeps nothing: leak 0, gain 1, one spike, reset to
 * 0. Its membrane potential is what arrived.
 *
 * @param threshold finite and above 0; scalar or the layer's shape
 * @param thresholdRule how what arrives and the threshold are compared
 */
public record Threshold(Tensor threshold, ThresholdRule thresholdRule) implements Neuron {

  @Override
  public Tensor leak() {
    return Tensor.scalar(0f);
  }

  @Override
  public Tensor gain() {
    return Tensor.scalar(1f);
  }

  @Override
  public Tensor drift() {
    return Tensor.scalar(0f);
  }

  @Override
  public Firing firing() {
    return new Firing(
        threshold, thresholdRule, SpikeRule.SINGLE, ResetRule.TO_VALUE, Tensor.scalar(0f));
  }
}
