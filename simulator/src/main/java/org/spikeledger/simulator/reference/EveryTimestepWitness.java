package org.spikeledger.simulator.reference;

/** Loads and stores every neuron in every timestep. */
final class EveryTimestepWitness extends AccessWitness {

  private final PotentialMemory memory;
  private final Dynamics dynamics;

  EveryTimestepWitness(PotentialMemory memory, Dynamics dynamics) {
    super(memory);
    this.memory = memory;
    this.dynamics = dynamics;
  }

  @Override
  void synapse(int target) {}

  @Override
  void run(int timestep, float[] current, boolean[] visited) {
    for (int i = 0; i < memory.size(); i++) {
      memory.store(i, step(dynamics, i, memory.load(i), current[i]));
    }
  }
}
