package org.spikeledger.simulator.energy;

/**
 * Prices of arithmetic, in pJ an operation, at least 0.
 *
 * @param accumulatePj one addition of a weight: what a spike costs a synapse
 * @param multiplyAccumulatePj one multiplication and one addition: what a graded or analog value
 *     costs a synapse
 */
public record OperationPrices(double accumulatePj, double multiplyAccumulatePj) {

  /** Checks the prices. */
  public OperationPrices {
    Price.check("accumulatePj", accumulatePj);
    Price.check("multiplyAccumulatePj", multiplyAccumulatePj);
  }

  /** What these operations cost, in pJ. */
  public double energyPj(Operations performed) {
    return performed.accumulates() * accumulatePj
        + performed.multiplyAccumulates() * multiplyAccumulatePj;
  }
}
