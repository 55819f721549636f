package org.spikeledger.simulator.energy;

/**
 * Synaptic operations that events cause, as a mean an inference, without those of a directly
 * encoded input.
 *
 * @param accumulates by events of value 1
 * @param multiplyAccumulates by graded events
 */
public record Operations(double accumulates, double multiplyAccumulates) {

  /** Both together. */
  public double total() {
    return accumulates + multiplyAccumulates;
  }
}
