package org.spikeledger.tools.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;

/** The reward of several seeds, measurement by measurement. */
final class SeedCurve {
  private static final double THOUSAND = 1e3;

  private SeedCurve() {}

  /**
   * One measurement over the seeds.
   *
   * @param step in thousands, a mean: rounds end with an episode
   * @param mean of the seeds' rewards
   * @param deviation between seeds, with one fewer in the denominator; 0 for one seed
   */
  record Place(double step, double mean, double deviation) {}

  /** As many places as every seed has; the last stage alone. */
  static List<Place> of(List<AgentLog> seeds) {
    List<List<AgentRound>> rounds = seeds.stream().map(log -> log.stages().getLast()).toList();
    int common = rounds.stream().mapToInt(List::size).min().orElse(0);
    List<Place> places = new ArrayList<>();
    for (int i = 0; i < common; i++) {
      int index = i;
      places.add(place(rounds.stream().map(each -> each.get(index)).toList()));
    }
    return places;
  }

  private static Place place(List<AgentRound> seeds) {
    double mean = mean(seeds.stream().mapToDouble(each -> each.reward().mean()));
    double squares =
        seeds.stream().mapToDouble(each -> Math.pow(each.reward().mean() - mean, 2)).sum();
    return new Place(
        mean(seeds.stream().mapToDouble(AgentRound::steps)) / THOUSAND,
        mean,
        seeds.size() == 1 ? 0 : Math.sqrt(squares / (seeds.size() - 1)));
  }

  private static double mean(DoubleStream values) {
    return values.average().orElseThrow();
  }
}
