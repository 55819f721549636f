package org.spikeledger.models.graph;

/**
 * A synaptic current J that leaks: {@code J = leak * J + gain * I} in each timestep, in float32,
 * each operation rounded once; gain 1 skips its operation.
 *
 * @param leak what is kept of the current from one timestep to the next, 0..1; scalar or the
 *     layer's shape
 * @param gain what arrives is multiplied with it; finite; scalar or the layer's shape
 * @param rule which current the membrane sees
 */
public record Synapse(Tensor leak, Tensor gain, CurrentRule rule) {}
