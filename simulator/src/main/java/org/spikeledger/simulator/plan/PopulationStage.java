package org.spikeledger.simulator.plan;

import java.util.List;

/**
 * Updates a population, or the output.
 *
 * @param name of the neuron or output node
 * @param slot for its spikes
 * @param layout of the population
 * @param layer its row
 * @param isOutput whether it never fires
 * @param sources whose values are its current, in the order of addition
 * @param parameters of the neurons
 * @param scale of an output's potentials where they are read; 1 of other populations
 * @param alwaysVisited a bit for each neuron with a bias or drift that is not zero
 */
public record PopulationStage(
    String name,
    int slot,
    Layout layout,
    int layer,
    boolean isOutput,
    List<Source> sources,
    NeuronParameters parameters,
    Parameter scale,
    NeuronBits alwaysVisited)
    implements Stage {

  @Override
  public boolean constant() {
    return false;
  }
}
