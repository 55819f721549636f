package org.spikeledger.simulator.plan;

import org.spikeledger.models.graph.Pool;

/**
 * Gathers events into graded events.
 *
 * @param name of the pool node
 * @param slot for the pooled events
 * @param layout of the pooled map
 * @param constant whether the source is
 * @param source slot of the arriving events
 * @param sourceLayout of the arriving events
 * @param pool its parameters
 */
public record PoolStage(
    String name,
    int slot,
    Layout layout,
    boolean constant,
    int source,
    Layout sourceLayout,
    Pool pool)
    implements Stage {}
