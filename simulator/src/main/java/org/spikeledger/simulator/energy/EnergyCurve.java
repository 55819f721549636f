package org.spikeledger.simulator.energy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * The SNN's energy over a factor on all measured rates.
 *
 * @param pooledInput what operations are
 * @param reuse of weights and inputs; empty for operations only
 * @param points in rising order of the factor
 */
public record EnergyCurve(PooledInput pooledInput, Optional<Reuse> reuse, List<Point> points) {

  /** Copies what can change. */
  public EnergyCurve {
    points = List.copyOf(points);
  }

  /**
   * A point of the curve.
   *
   * @param factor on all measured rates; 1 is what was measured
   * @param snnPj the SNN's energy there, in pJ
   */
  public record Point(double factor, double snnPj) {}

  static EnergyCurve of(
      PooledInput rule, Optional<Reuse> reuse, double[] factors, DoubleUnaryOperator snnPj) {
    return new EnergyCurve(
        rule,
        reuse,
        Arrays.stream(factors)
            .mapToObj(factor -> new Point(factor, snnPj.applyAsDouble(factor)))
            .toList());
  }
}
