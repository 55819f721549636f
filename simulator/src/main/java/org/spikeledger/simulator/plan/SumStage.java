package org.spikeledger.simulator.plan;

import java.util.List;

/**
 * Makes events of currents, of the sum of several sources, or of events that lie in another shape,
 * for a node that is no population.
 *
 * @param name of the node that receives the sum
 * @param slot for the events
 * @param layout of the sum
 * @param constant whether all sources are
 * @param sources in the order of addition
 */
public record SumStage(String name, int slot, Layout layout, boolean constant, List<Source> sources)
    implements Stage {}
