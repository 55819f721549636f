package org.spikeledger.tools.bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.tools.bench.agenda.Comparison;
import org.spikeledger.tools.bench.agenda.Contender;

/**
 * Our speed over a rival's, fork by fork in the order of time.
 *
 * @param suite its suite
 * @param what is compared
 * @param ours our side's name
 * @param oursId of our side's measurement
 * @param rival the other side's name
 * @param rivalId of its measurement
 * @param unit of the figures
 * @param oursMedian our side's figure
 * @param rivalMedian the other side's
 * @param ratioMedian the median over the forks
 * @param ratioWorst the least
 * @param ratios each fork's
 * @param goal the least ratio that we want; null where there is none
 * @param disturbed whether others used the machine while one side was measured
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RatioRow(
    String suite,
    String what,
    String ours,
    String oursId,
    String rival,
    String rivalId,
    String unit,
    double oursMedian,
    double rivalMedian,
    double ratioMedian,
    double ratioWorst,
    List<Double> ratios,
    Double goal,
    boolean disturbed) {

  /** Copies the list. */
  public RatioRow {
    ratios = List.copyOf(ratios);
  }

  static RatioRow of(
      Comparison comparison, MeasuredSubject ours, MeasuredSubject rival, boolean disturbed) {
    List<Double> ratios = new ArrayList<>();
    for (int fork = 0; fork < ours.forkMicroseconds().size(); fork++) {
      ratios.add(
          comparison.ours().speed(ours.forkMicroseconds().get(fork))
              / comparison.rival().speed(rival.forkMicroseconds().get(fork)));
    }
    return new RatioRow(
        comparison.suite(),
        comparison.what(),
        comparison.ours().name(),
        ours.id(),
        comparison.rival().name(),
        rival.id(),
        comparison.ours().quantity().unit(),
        figure(comparison.ours(), ours),
        figure(comparison.rival(), rival),
        Statistics.median(ratios),
        Statistics.least(ratios),
        ratios,
        Double.isNaN(comparison.goal()) ? null : comparison.goal(),
        disturbed || ours.isDisturbed() || rival.isDisturbed());
  }

  private static double figure(Contender contender, MeasuredSubject measured) {
    return contender.quantity().figure(measured.medianMicroseconds(), contender.work());
  }
}
