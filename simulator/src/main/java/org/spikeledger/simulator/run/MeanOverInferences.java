package org.spikeledger.simulator.run;

/** Gathers the mean of a number an inference, and the standard error of that mean. */
final class MeanOverInferences {

  private double sum;
  private double squareSum;
  private long count;

  void add(double value) {
    sum += value;
    squareSum += value * value;
    count++;
  }

  double mean() {
    return sum / count;
  }

  /** Of the mean; 0 for a single inference. */
  double standardError() {
    double mean = mean();
    double variance = count < 2 ? 0 : Math.max(0, (squareSum - count * mean * mean) / (count - 1));
    return Math.sqrt(variance / count);
  }
}
