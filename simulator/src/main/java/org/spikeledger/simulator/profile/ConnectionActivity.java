package org.spikeledger.simulator.profile;

import org.spikeledger.simulator.count.ConnectionFacts;

/**
 * What arrived at one connection, summed over timesteps and inferences. A call is one timestep of
 * one inference; a directly encoded input arrives in every call, as a framework would run it.
 *
 * @param facts of the connection
 * @param calls timesteps of all inferences
 * @param events values that were not zero
 * @param crossings synapses that they crossed, borders and stride kept
 * @param effectiveCrossings those whose weight is not zero
 * @param weightsUsedOnce weights fetched where each row is fetched once a timestep
 * @param spikingCalls calls whose values were all 0 or 1
 * @param spikingCrossings synapses crossed in these
 * @param signedEffectiveCrossings effective crossings in calls whose values were all -1, 0 or 1
 * @param twoValuedCalls calls with at most two different values, in 0..1
 * @param twoValuedMeans the means of the values of these calls, summed
 */
public record ConnectionActivity(
    ConnectionFacts facts,
    long calls,
    long events,
    long crossings,
    long effectiveCrossings,
    long weightsUsedOnce,
    long spikingCalls,
    long spikingCrossings,
    long signedEffectiveCrossings,
    long twoValuedCalls,
    double twoValuedMeans) {

  /** Synapses crossed if no border cut any off, Lemaire's theta_in * Cout*k*k (Nout). */
  public long borderlessCrossings() {
    return isConvolution() ? events * facts.borderlessFanOut() : crossings;
  }

  /** The same where only every stride-th target is there: theta_in * Cout*ceil(k/S)^2 (Nout). */
  public long stridedCrossings() {
    return isConvolution() ? events * facts.stridedFanOut() : crossings;
  }

  private boolean isConvolution() {
    return facts.kernelWeights() > 0;
  }
}
