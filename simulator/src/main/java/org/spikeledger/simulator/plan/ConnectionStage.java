package org.spikeledger.simulator.plan;

/**
 * Adds weighted events into currents.
 *
 * @param name of the connection node
 * @param slot for the currents
 * @param layout of the currents
 * @param constant whether the source is, so that the product is computed once an inference
 * @param source slot of the arriving events
 * @param sourceLayout of the arriving events
 * @param layer whose row its operations stand in
 * @param binary whether every arriving event is 1
 * @param pooled whether a pool made the arriving events
 * @param window which events reach which pixel
 * @param windows what each target pixel sees
 * @param weights packed
 * @param fanOut how many synapses leave each element
 */
public record ConnectionStage(
    String name,
    int slot,
    Layout layout,
    boolean constant,
    int source,
    Layout sourceLayout,
    int layer,
    boolean binary,
    boolean pooled,
    Window window,
    Windows windows,
    PackedWeights weights,
    FanOut fanOut)
    implements Stage {}
