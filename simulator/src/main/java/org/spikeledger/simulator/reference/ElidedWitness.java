package org.spikeledger.simulator.reference;

/** As every timestep, but it loads nothing at the first timestep and stores nothing at the last. */
final class ElidedWitness extends AccessWitness {

  private final PotentialMemory memory;
  private final Dynamics dynamics;
  private final int timesteps;

  ElidedWitness(PotentialMemory memory, Dynamics dynamics, int timesteps) {
    super(memory);
    this.memory = memory;
    this.dynamics = dynamics;
    this.timesteps = timesteps;
  }

  @Override
  void synapse(int target) {}

  @Override
  void run(int timestep, float[] current, boolean[] visited) {
    for (int i = 0; i < memory.size(); i++) {
      float potential = timestep == 0 ? 0f : memory.load(i);
      float updated = step(dynamics, i, potential, current[i]);
      if (timestep == timesteps - 1) {
        memory.poke(i, updated);
      } else {
        memory.store(i, updated);
      }
    }
  }
}
