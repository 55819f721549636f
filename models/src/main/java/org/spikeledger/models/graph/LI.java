package org.spikeledger.models.graph;

/**
 * Leaky integrators (NIR node {@code LI}): {@code U = leak * U + gain * I + drift}; nothing fires.
 *
 * @param leak what is kept of the membrane potential a timestep; scalar or the layer's shape
 * @param gain what the input current is multiplied with; scalar or the layer's shape
 * @param drift what is added in each timestep; scalar or the layer's shape
 */
public record LI(Tensor leak, Tensor gain, Tensor drift) implements Integrator {}
