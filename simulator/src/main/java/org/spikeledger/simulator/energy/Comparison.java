package org.spikeledger.simulator.energy;

/** The energy of an inference by the SNN beside that by the ANN, in pJ. */
public interface Comparison {

  /** Of the SNN, a mean an inference, in pJ. */
  double snnPj();

  /** Of the ANN of the same shape, in pJ. */
  double annPj();

  /** alpha = E_ANN / E_SNN: above 1 the SNN costs less, below 1 the ANN does. */
  default Ratio alpha() {
    return new Ratio(annPj(), snnPj());
  }
}
