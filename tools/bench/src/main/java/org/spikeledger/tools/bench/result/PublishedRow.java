package org.spikeledger.tools.bench.result;

/**
 * Ours beside a figure that was measured on another machine: an order of magnitude, not a race.
 *
 * @param workload whose counterpart it is
 * @param system the other system
 * @param oursId of our side's measurement
 * @param publishedMicroseconds an image, on the other machine
 * @param oursMedianMicroseconds an image, here
 * @param oursWorstMicroseconds the slowest fork
 * @param ratioMedian theirs over ours
 * @param ratioWorst theirs over our slowest fork
 * @param goalMicroseconds an image, that we want at most on the other machine; null where there is
 *     none
 * @param disturbed whether others used this machine meanwhile
 */
public record PublishedRow(
    String workload,
    String system,
    String oursId,
    double publishedMicroseconds,
    double oursMedianMicroseconds,
    double oursWorstMicroseconds,
    double ratioMedian,
    double ratioWorst,
    Double goalMicroseconds,
    boolean disturbed) {

  static PublishedRow of(
      PublishedFigures.Figure figure, MeasuredSubject ours, double goal, boolean disturbed) {
    return new PublishedRow(
        figure.workload(),
        figure.system(),
        ours.id(),
        figure.microseconds(),
        ours.medianMicroseconds(),
        ours.worstMicroseconds(),
        figure.microseconds() / ours.medianMicroseconds(),
        figure.microseconds() / ours.worstMicroseconds(),
        Double.isNaN(goal) ? null : goal,
        disturbed || ours.isDisturbed());
  }
}
