package org.spikeledger.tools.bench.agenda;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.spikeledger.tools.bench.run.Subject;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.LargeNetwork;
import org.spikeledger.tools.bench.workload.NamedWorkload;

/**
 * All that a run measures.
 *
 * @param workloads whose facts are shown
 * @param comparisons with rivals in the same run
 * @param sweeps over spike rates
 * @param published comparisons with figures from another machine
 * @param loads networks that are loaded from files
 */
public record Agenda(
    List<NamedWorkload> workloads,
    List<Comparison> comparisons,
    List<RateSweep> sweeps,
    List<AgainstPublished> published,
    List<LargeNetwork> loads) {

  /** Copies the lists. */
  public Agenda {
    workloads = List.copyOf(workloads);
    comparisons = List.copyOf(comparisons);
    sweeps = List.copyOf(sweeps);
    published = List.copyOf(published);
    loads = List.copyOf(loads);
  }

  /** What loads nothing. */
  Agenda(
      List<NamedWorkload> workloads,
      List<Comparison> comparisons,
      List<RateSweep> sweeps,
      List<AgainstPublished> published) {
    this(workloads, comparisons, sweeps, published, List.of());
  }

  /** What some suites measure, with one of our engines. */
  public static Agenda of(Collection<Suite> suites, EngineUnderTest engine) {
    Agenda all = new Agenda(List.of(), List.of(), List.of(), List.of());
    for (Suite suite : suites) {
      all = all.with(suite.agenda(engine));
    }
    return all;
  }

  /** Everything that has to be measured, rivals beside each other. */
  public Set<Subject> subjects() {
    Set<Subject> subjects = new LinkedHashSet<>();
    for (Comparison comparison : comparisons) {
      subjects.add(comparison.ours().subject());
      subjects.add(comparison.rival().subject());
    }
    sweeps.forEach(sweep -> sweep.points().forEach(point -> subjects.add(point.subject())));
    published.forEach(each -> subjects.add(each.ours().subject()));
    return subjects;
  }

  private Agenda with(Agenda other) {
    return new Agenda(
        joined(workloads, other.workloads),
        joined(comparisons, other.comparisons),
        joined(sweeps, other.sweeps),
        joined(published, other.published),
        joined(loads, other.loads));
  }

  private static <T> List<T> joined(List<T> first, List<T> second) {
    List<T> all = new ArrayList<>(first);
    second.stream().filter(each -> !first.contains(each)).forEach(all::add);
    return all;
  }
}
