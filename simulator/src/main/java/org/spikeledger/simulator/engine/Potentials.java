package org.spikeledger.simulator.engine;

/** The membrane potentials of a layer, for reading, in canonical order. */
public interface Potentials {

  /** The number of neurons. */
  int size();

  /** The membrane potential at a canonical index. */
  float get(int canonicalIndex);
}
