package org.spikeledger.tools.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.spikeledger.tools.bench.agenda.RateSweep;
import org.spikeledger.tools.bench.run.Subject;

/**
 * A layer's time against the spike rate of its input, with a straight line through it.
 *
 * @param layer its name
 * @param rates spikes a neuron and timestep
 * @param medianMicroseconds of a timestep, one a rate
 * @param interceptMicroseconds of the line
 * @param microsecondsPerPercent its slope
 * @param r2 the share of the variance that the line explains
 * @param shareAtRateZero the time at rate 0 as a share of that at 13 %
 * @param disturbed whether others used the machine meanwhile
 */
public record SweepRow(
    String layer,
    List<Double> rates,
    List<Double> medianMicroseconds,
    double interceptMicroseconds,
    double microsecondsPerPercent,
    double r2,
    double shareAtRateZero,
    boolean disturbed) {

  private static final double TYPICAL_RATE = 0.13;

  /** Copies the lists. */
  public SweepRow {
    rates = List.copyOf(rates);
    medianMicroseconds = List.copyOf(medianMicroseconds);
  }

  static SweepRow of(RateSweep sweep, Map<Subject, MeasuredSubject> measured, boolean disturbed) {
    List<Double> rates = new ArrayList<>();
    List<Double> times = new ArrayList<>();
    boolean anyDisturbed = disturbed;
    for (RateSweep.Point point : sweep.points()) {
      MeasuredSubject each = measured.get(point.subject());
      rates.add(point.rate());
      times.add(each.medianMicroseconds());
      anyDisturbed |= each.isDisturbed();
    }
    LinearFit fit = LinearFit.of(rates, times);
    return new SweepRow(
        sweep.layer(),
        rates,
        times,
        fit.intercept(),
        fit.slope() / 100,
        fit.r2(),
        times.get(rates.indexOf(0.0)) / times.get(rates.indexOf(TYPICAL_RATE)),
        anyDisturbed);
  }
}
