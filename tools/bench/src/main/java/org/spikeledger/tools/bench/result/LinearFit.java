package org.spikeledger.tools.bench.result;

import java.util.List;

/**
 * A straight line through points, by least squares.
 *
 * @param intercept y at x = 0
 * @param slope y a unit of x
 * @param r2 the share of y's variance that the line explains
 */
record LinearFit(double intercept, double slope, double r2) {

  static LinearFit of(List<Double> x, List<Double> y) {
    double meanX = mean(x);
    double meanY = mean(y);
    double xx = 0;
    double xy = 0;
    double yy = 0;
    for (int i = 0; i < x.size(); i++) {
      xx += (x.get(i) - meanX) * (x.get(i) - meanX);
      xy += (x.get(i) - meanX) * (y.get(i) - meanY);
      yy += (y.get(i) - meanY) * (y.get(i) - meanY);
    }
    double slope = xy / xx;
    return new LinearFit(meanY - slope * meanX, slope, xy * xy / (xx * yy));
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).average().orElseThrow();
  }
}
