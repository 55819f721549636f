package org.spikeledger.models.graph;

/**
 * Integrate-and-fire neurons (NIR node {@code IF}): nothing leaks.
 *
 * @param gain what the input current is multiplied with; scalar or the layer's shape
 * @param firing threshold, spike and reset
 */
public record IF(Tensor gain, Firing firing) implements Neuron {

  @Override
  public Tensor leak() {
    return Tensor.scalar(1f);
  }

  @Override
  public Tensor drift() {
    return Tensor.scalar(0f);
  }
}
