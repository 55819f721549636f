package org.spikeledger.simulator.profile;

import java.util.OptionalDouble;

/** Pearson's correlation of pairs, added up one by one. One thread uses it. */
final class Correlation {

  private long count;
  private double sumX;
  private double sumY;
  private double sumXx;
  private double sumYy;
  private double sumXy;

  void add(double x, double y) {
    count++;
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
    if (!(varianceX > 0 && varianceY > 0)) {
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
