package org.spikeledger.models.graph;

/**
 * Leaky integrate-and-fire neurons (NIR node {@code LIF}).
 *
 * @param leak what is kept of the membrane potential a timestep; scalar or the layer's shape
 * @param gain what the input current is multiplied with; scalar or the layer's shape
 * @param drift what is added in each timestep; scalar or the layer's shape
 * @param firing threshold, spike and reset
 * @param leakRounding how the kept potential is rounded
 */
public record LIF(Tensor leak, Tensor gain, Tensor drift, Firing firing, LeakRounding leakRounding)
    implements Neuron {

  /** Neurons whose kept potential is a float32. */
  public LIF(Tensor leak, Tensor gain, Tensor drift, Firing firing) {
    this(leak, gain, drift, firing, LeakRounding.FLOAT32);
  }
}
