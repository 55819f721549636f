package org.spikeledger.simulator.reference;

import java.util.Arrays;

/** A potential array that counts its loads and stores. */
final class PotentialMemory {

  private final float[] potentials;
  private long loads;
  private long stores;

  PotentialMemory(int neurons) {
    potentials = new float[neurons];
  }

  /** Zeroes the array before an inference, which is no store of the model. */
  void begin() {
    Arrays.fill(potentials, 0f);
  }

  float load(int neuron) {
    loads++;
    return potentials[neuron];
  }

  void store(int neuron, float potential) {
    stores++;
    potentials[neuron] = potential;
  }

  /** An access beside the map, to a cell that no neuron owns. */
  void loadAndStoreNowhere() {
    loads++;
    stores++;
  }

  /** Looks without counting. */
  float peek(int neuron) {
    return potentials[neuron];
  }

  /** Sets without counting, for a value that stays in a register. */
  void poke(int neuron, float potential) {
    potentials[neuron] = potential;
  }

  int size() {
    return potentials.length;
  }

  long loads() {
    return loads;
  }

  long stores() {
    return stores;
  }
}
