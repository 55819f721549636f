package org.spikeledger.simulator.run;

/** Gathers the mean of a number an inference, and the standard error of that mean. */
final class MeanOverInferences {

  private double sum;
  private double mean;
  private double squaredDistances;
  private long count;

  void add(double value) {
    sum += value;
    count++;
    double distance = value - mean;
    mean += distance / count;
    squaredDistances += distance * (value - mean);
  }

  double mean() {
    return sum / count;
  }

  /** Of the mean, after Welford 1962; 0 for a single inference. */
  double standardError() {
    return count < 2 ? 0 : Math.sqrt(squaredDistances / (count - 1) / count);
  }
}
