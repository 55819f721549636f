package org.spikeledger.tools.bench.result;

import java.util.List;

/** Summaries of a few figures. */
final class Statistics {

  private Statistics() {}

  /** The middle one; of an even number the mean of the two in the middle. */
  static double median(List<Double> figures) {
    List<Double> sorted = figures.stream().sorted().toList();
    int upper = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(upper)
        : (sorted.get(upper - 1) + sorted.get(upper)) / 2;
  }

  static double least(List<Double> figures) {
    return figures.stream().min(Double::compare).orElseThrow();
  }

  static double largest(List<Double> figures) {
    return figures.stream().max(Double::compare).orElseThrow();
  }
}
