package org.spikeledger.models.graph;

/**
 * Integrators (NIR node {@code I}): {@code U = U + gain * I}; nothing leaks, nothing fires.
 *
 * @param gain what the input current is multiplied with; scalar or the layer's shape
 */
public record I(Tensor gain) implements Integrator {

  @Override
  public Tensor leak() {
    return Tensor.scalar(1f);
  }

  @Override
  public Tensor drift() {
    return Tensor.scalar(0f);
  }
}
