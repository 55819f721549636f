package org.spikeledger.simulator.plan;

import java.util.List;
import java.util.Optional;

/**
 * What lies between the sources of a population and its membranes: their sum, and a synaptic
 * current where there is one. Stands right before the stage of its population, and looks after
 * neurons that have to be visited although nothing reaches them: those with a synaptic current that
 * is not zero, or a potential that is not zero and is sent.
 *
 * @param name of the population
 * @param slot for the currents that the membranes see
 * @param layout of the population
 * @param layer its row
 * @param sources whose values are summed, in the order of addition
 * @param synapse of the synaptic current; empty where the sum is the current
 * @param population slot of the population
 * @param sendsPotentials whether the population sends its potentials
 * @param alwaysVisited a bit for each neuron with a bias or drift that is not zero
 */
public record SynapseStage(
    String name,
    int slot,
    Layout layout,
    int layer,
    List<Source> sources,
    Optional<SynapseParameters> synapse,
    int population,
    boolean sendsPotentials,
    NeuronBits alwaysVisited)
    implements Stage {

  @Override
  public boolean constant() {
    return false;
  }
}
