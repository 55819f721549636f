package org.spikeledger.simulator.plan;

import java.util.Optional;

/**
 * One of the nodes whose values are added at another.
 *
 * @param slot where the values lie
 * @param fromConnection whether these are a connection's currents; else they are events
 * @param constant whether the values are the same at every timestep
 * @param binary whether every event is 1
 * @param pooled whether a pool made the events
 * @param permutation from the source's canonical index to the target's; empty where they agree
 */
public record Source(
    int slot,
    boolean fromConnection,
    boolean constant,
    boolean binary,
    boolean pooled,
    Optional<Permutation> permutation) {

  /** Currents of the target's own layout that change from timestep to timestep. */
  static Source ofCurrents(int slot) {
    return new Source(slot, true, false, false, false, Optional.empty());
  }
}
