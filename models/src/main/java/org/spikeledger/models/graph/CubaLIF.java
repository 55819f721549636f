package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * Leaky integrate-and-fire neurons with a synaptic current (NIR node {@code CubaLIF}). Firing
 * resets the membrane potential alone; the current goes on.
 *
 * @param current between what arrives and the membrane
 * @param leak what is kept of the membrane potential a timestep; scalar or the layer's shape
 * @param gain what the synaptic current is multiplied with; scalar or the layer's shape
 * @param drift what is added in each timestep; scalar or the layer's shape
 * @param firing threshold, spike and reset
 */
public record CubaLIF(Synapse current, Tensor leak, Tensor gain, Tensor drift, Firing firing)
    implements Neuron {

  @Override
  public Optional<Synapse> synapse() {
    return Optional.of(current);
  }
}
