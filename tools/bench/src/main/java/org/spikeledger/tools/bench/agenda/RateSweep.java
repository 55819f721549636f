package org.spikeledger.tools.bench.agenda;

import java.util.List;
import org.spikeledger.tools.bench.run.Subject;

/**
 * A layer's time against the spike rate of its input.
 *
 * @param layer its name
 * @param points from the lowest rate to the highest
 */
public record RateSweep(String layer, List<Point> points) {

  /** Copies the list. */
  public RateSweep {
    points = List.copyOf(points);
  }

  /**
   * One rate.
   *
   * @param rate spikes a neuron and timestep
   * @param subject what is measured
   */
  public record Point(double rate, Subject subject) {}
}
