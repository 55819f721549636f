package org.spikeledger.models.graph;

import java.util.SortedSet;

/**
 * Where a network's cycles are cut, so that a timestep has an order.
 *
 * <p>Cycles are found depth-first from the input, targets in name order. On a cycle, if one of its
 * nodes is a Delay of at least one timestep for every element, the edge into it is no dependency
 * within a timestep: the Delay replaces the cut. Else the edge is cut that leaves the last
 * population before the cycle closes (of a cycle without one, the last connection, pool or Delay):
 * it carries the events of the previous timestep, none at the first. See decision 12.
 *
 * @param previousTimestep edges that carry the previous timestep's events
 * @param intoDelays edges into a Delay at which a cycle closes; they cost no timestep more
 */
public record CycleCut(SortedSet<Edge> previousTimestep, SortedSet<Edge> intoDelays) {

  /** Whether an edge is no dependency within a timestep. */
  boolean contains(Edge edge) {
    return previousTimestep.contains(edge) || intoDelays.contains(edge);
  }
}
