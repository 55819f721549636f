package org.spikeledger.simulator.reference;

import java.util.Arrays;

/**
 * Loads and stores only neurons that have to be looked at; each keeps the timestep of its last
 * visit and catches up on its leak when it is visited again.
 */
final class LazyWitness extends AccessWitness {

  private final PotentialMemory memory;
  private final Dynamics dynamics;
  private final int[] next;

  LazyWitness(PotentialMemory memory, Dynamics dynamics) {
    super(memory);
    this.memory = memory;
    this.dynamics = dynamics;
    this.next = new int[memory.size()];
  }

  @Override
  void begin() {
    super.begin();
    Arrays.fill(next, 0);
  }

  @Override
  void synapse(int target) {}

  @Override
  void run(int timestep, float[] current, boolean[] visited) {
    for (int i = 0; i < memory.size(); i++) {
      if (visited[i]) {
        float potential = caughtUp(i, memory.load(i), timestep);
        memory.store(i, step(dynamics, i, potential, current[i]));
        next[i] = timestep + 1;
      }
    }
  }

  @Override
  float now(int neuron, int timestep) {
    return caughtUp(neuron, memory.peek(neuron), timestep + 1);
  }

  private float caughtUp(int neuron, float potential, int timestep) {
    float result = potential;
    for (int t = next[neuron]; t < timestep; t++) {
      result = dynamics.integrate(neuron, result, 0f);
    }
    return result;
  }
}
