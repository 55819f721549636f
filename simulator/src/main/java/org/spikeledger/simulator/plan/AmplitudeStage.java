package org.spikeledger.simulator.plan;

/**
 * Gives the spikes of a population the value that they arrive with.
 *
 * @param name of the population
 * @param slot for the events
 * @param layout of the population
 * @param source slot of the population
 * @param amplitude of one spike
 */
public record AmplitudeStage(String name, int slot, Layout layout, int source, float amplitude)
    implements Stage {

  @Override
  public boolean constant() {
    return false;
  }
}
