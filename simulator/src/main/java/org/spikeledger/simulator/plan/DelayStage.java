package org.spikeledger.simulator.plan;

import java.util.Optional;

/**
 * Holds events back and sends those whose time has come: a Delay node, or an edge that carries the
 * previous timestep's events.
 *
 * @param name of the Delay node, or of the edge
 * @param slot for the events that leave
 * @param layout of the events
 * @param layer in whose row events still held at the end are counted
 * @param delays of the elements
 * @param binary whether every event is 1
 * @param arriving what arrives before this stage sends, where some delay is 0; else empty, and a
 *     {@link DelayInputStage} follows
 */
public record DelayStage(
    String name,
    int slot,
    Layout layout,
    int layer,
    Delays delays,
    boolean binary,
    Optional<Source> arriving)
    implements Stage {

  @Override
  public boolean constant() {
    return false;
  }
}
