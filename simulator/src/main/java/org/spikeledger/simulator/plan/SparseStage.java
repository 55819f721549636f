package org.spikeledger.simulator.plan;

/**
 * Adds weighted events into currents over single synapses.
 *
 * @param name of the connection node
 * @param slot for the currents
 * @param layout of the currents
 * @param constant whether the source is, so that the product is computed once an inference
 * @param source slot of the arriving events
 * @param layer whose row its operations stand in
 * @param binary whether every arriving event is 1
 * @param pooled whether a pool made the arriving events
 * @param weights the synapses
 */
public record SparseStage(
    String name,
    int slot,
    Layout layout,
    boolean constant,
    int source,
    int layer,
    boolean binary,
    boolean pooled,
    SparseWeights weights)
    implements Stage {}
