package org.spikeledger.simulator.plan;

/**
 * Takes into a delay what arrived in this timestep, after it has sent what was due.
 *
 * @param name of the Delay node, or of the edge
 * @param slot of the delay's stage
 * @param layout of the delay
 * @param arriving the events
 */
public record DelayInputStage(String name, int slot, Layout layout, Source arriving)
    implements Stage {

  @Override
  public boolean constant() {
    return false;
  }
}
