package org.spikeledger.simulator.reference;

import java.util.Arrays;

/**
 * Loads and stores the target's word at every synapse that an event crosses; the timestep's sum so
 * far is part of that word. The last event of a timestep integrates, fires and resets. Where
 * something happens to every neuron in every timestep, one pass over all goes before; else neurons
 * that fired in the last timestep and receive nothing are looked at once.
 */
final class EveryEventWitness extends AccessWitness {

  private final PotentialMemory memory;
  private final Dynamics dynamics;
  private final boolean everyTimestep;
  private final int[] crossings;

  EveryEventWitness(PotentialMemory memory, Dynamics dynamics, boolean everyTimestep) {
    super(memory);
    this.memory = memory;
    this.dynamics = dynamics;
    this.everyTimestep = everyTimestep;
    this.crossings = new int[memory.size()];
  }

  @Override
  void synapse(int target) {
    if (target != Synapses.NOWHERE) {
      crossings[target]++;
    }
  }

  @Override
  void run(int timestep, float[] current, boolean[] visited) {
    for (int i = 0; i < memory.size(); i++) {
      int accesses = crossings[i];
      if (everyTimestep || (accesses == 0 && visited[i])) {
        accesses++;
      }
      for (int access = 1; access <= accesses; access++) {
        float potential = memory.load(i);
        memory.store(i, access == accesses ? step(dynamics, i, potential, current[i]) : potential);
      }
    }
    Arrays.fill(crossings, 0);
  }
}
