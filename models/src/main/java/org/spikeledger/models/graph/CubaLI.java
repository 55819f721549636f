package org.spikeledger.models.graph;

import java.util.Optional;

/**
 * Leaky integrators with a synaptic current (NIR node {@code CubaLI}); nothing fires.
 *
 * @param current between what arrives and the membrane
 * @param leak what is kept of the membrane potential a timestep; scalar or the layer's shape
 * @param gain what the synaptic current is multiplied with; scalar or the layer's shape
 * @param drift what is added in each timestep; scalar or the layer's shape
 */
public record CubaLI(Synapse current, Tensor leak, Tensor gain, Tensor drift)
    implements Integrator {

  @Override
  public Optional<Synapse> synapse() {
    return Optional.of(current);
  }
}
