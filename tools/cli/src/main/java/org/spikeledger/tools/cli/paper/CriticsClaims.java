package org.spikeledger.tools.cli.paper;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.spikeledger.tools.cli.paper.Finding.How;
import org.spikeledger.tools.cli.paper.Finding.Verdict;

/** What critics of such claims publish, recomputed. */
final class CriticsClaims {

  private static final int FIRST = 5;
  private static final int LAST = 10;

  private CriticsClaims() {}

  static List<Finding> all() {
    double[] percents =
        IntStream.rangeClosed(FIRST, LAST).mapToDouble(t -> 100 * SpyxCrossover.rate(t)).toArray();
    double mean = Arrays.stream(percents).average().orElseThrow();
    return List.of(
        new Finding(
            "critics, Spyx: spike rate below which an SNN costs less, T = 5..10",
            "7.50, 6.25, 5.36, 6.25, 5.56, 5.00 %",
            "Spyx, honest_energy_accounting",
            TrafficClaims.list(percents) + " %",
            How.COMPUTED,
            "Linear 256-128-10",
            SpyxCrossover.FORMULA,
            SpyxCrossover.ASSUMPTIONS,
            Verdict.AGREES,
            "every assumption is public"),
        new Finding(
            "critics, Yan, Bai and Wong: the same, T = 5..10",
            "6.4 %",
            "arXiv 2409.08290",
            "%.2f %% in the mean".formatted(mean),
            How.COMPUTED,
            "Linear 256-128-10",
            SpyxCrossover.FORMULA,
            SpyxCrossover.ASSUMPTIONS,
            Verdict.CANNOT_BE_CHECKED,
            "by Spyx's reading of their model; their layer sizes and mapping are not the same"));
  }
}
