package org.spikeledger.simulator.profile;

import java.util.List;
import java.util.OptionalDouble;

/**
 * The ANN's activations of a layer beside the SNN's spike rates, over neurons and images.
 *
 * @param layer its name
 * @param meanActivation of the clipped ANN, in spikes a neuron a timestep
 * @param meanRate of the SNN, in spikes a neuron a timestep
 * @param correlationClipped Pearson's, of the clipped ANN with the SNN; empty where one side does
 *     not vary
 * @param correlationUnclipped the same of the unclipped ANN
 * @param points some of the pairs: evenly spaced neurons of the first images, clipped ANN
 */
public record AnnAgainstSnn(
    String layer,
    double meanActivation,
    double meanRate,
    OptionalDouble correlationClipped,
    OptionalDouble correlationUnclipped,
    List<Point> points) {

  /** Copies what can change. */
  public AnnAgainstSnn {
    points = List.copyOf(points);
  }

  /**
   * One neuron at one image.
   *
   * @param activation of the clipped ANN, 0..1
   * @param rate of the SNN, spikes a timestep
   */
  public record Point(float activation, float rate) {}
}
