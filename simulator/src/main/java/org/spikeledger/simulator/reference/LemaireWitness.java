package org.spikeledger.simulator.reference;

/**
 * Loads and stores a word for every tap of an event, beside the map too, and every neuron once more
 * a timestep (Lemaire et al. 2022).
 */
final class LemaireWitness extends AccessWitness {

  private final PotentialMemory memory;
  private final Dynamics dynamics;

  LemaireWitness(PotentialMemory memory, Dynamics dynamics) {
    super(memory);
    this.memory = memory;
    this.dynamics = dynamics;
  }

  @Override
  void synapse(int target) {
    if (target == Synapses.NOWHERE) {
      memory.loadAndStoreNowhere();
    } else {
      memory.store(target, memory.load(target));
    }
  }

  @Override
  void run(int timestep, float[] current, boolean[] visited) {
    for (int i = 0; i < memory.size(); i++) {
      memory.store(i, step(dynamics, i, memory.load(i), current[i]));
    }
  }
}
