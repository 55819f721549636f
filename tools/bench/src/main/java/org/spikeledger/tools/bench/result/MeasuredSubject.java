package org.spikeledger.tools.bench.result;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.spikeledger.tools.bench.machine.OtherLoad;
import org.spikeledger.tools.bench.run.ForkFigures;
import org.spikeledger.tools.bench.run.Subject;

/**
 * All forks of a subject.
 *
 * @param id names the subject
 * @param medianMicroseconds an operation, over the forks
 * @param worstMicroseconds an operation, the slowest fork
 * @param forkMicroseconds each fork, in the order of time
 * @param allocatedBytesPerOperation by JMH's gc profiler, the largest of all forks; null where it
 *     was not watched
 * @param otherCores that others kept busy, the largest of all forks; null where nobody can tell
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MeasuredSubject(
    String id,
    double medianMicroseconds,
    double worstMicroseconds,
    List<Double> forkMicroseconds,
    Double allocatedBytesPerOperation,
    Double otherCores) {

  /** Copies the list. */
  public MeasuredSubject {
    forkMicroseconds = List.copyOf(forkMicroseconds);
  }

  static MeasuredSubject of(Subject subject, List<ForkFigures> forks) {
    List<Double> times = forks.stream().map(ForkFigures::microseconds).toList();
    return new MeasuredSubject(
        subject.id(),
        Statistics.median(times),
        Statistics.largest(times),
        times,
        known(forks.stream().map(ForkFigures::allocatedBytes).toList()),
        known(forks.stream().map(ForkFigures::otherCores).toList()));
  }

  private static Double known(List<Double> figures) {
    double largest = Statistics.largest(figures);
    return Double.isNaN(largest) ? null : largest;
  }

  boolean isDisturbed() {
    return otherCores == null || otherCores > OtherLoad.MOST_CORES;
  }
}
