package org.spikeledger.simulator.profile;

import java.util.OptionalDouble;

/** Pearson's correlation of pairs, added up one by one. One thread uses it. */
final class Correlation {

  private long count;
  private double firstX;
  private double firstY;
  private boolean variesX;
  private boolean variesY;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumYy;
  private double sumXy;

  void add(double x, double y) {
    if (count++ == 0) {
      firstX = x;
      firstY = y;
    }
    variesX |= x != firstX;
    variesY |= y != firstY;
    sumX += x;
    sumY += y;
    sumXx += x * x;
    sumYy += y * y;
    sumXy += x * y;
  }

  /** In -1..1; empty where one side does not vary. */
  OptionalDouble value() {
    double varianceX = sumXx - sumX * sumX / count;
    double varianceY = sumYy - sumY * sumY / count;
    // A constant leaves a variance of rounding alone.
    if (!(variesX && variesY && varianceX > 0 && varianceY > 0)) {
      return OptionalDouble.empty();
    }
    return OptionalDouble.of((sumXy - sumX * sumY / count) / Math.sqrt(varianceX * varianceY));
  }

  double meanX() {
    return sumX / count;
  }

  double meanY() {
    return sumY / count;
  }
}
