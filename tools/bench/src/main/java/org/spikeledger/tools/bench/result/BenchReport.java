package org.spikeledger.tools.bench.result;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.tools.bench.agenda.AgainstPublished;
import org.spikeledger.tools.bench.agenda.Agenda;
import org.spikeledger.tools.bench.run.ForkFigures;
import org.spikeledger.tools.bench.run.LoadFigures;
import org.spikeledger.tools.bench.run.Subject;
import org.spikeledger.tools.bench.workload.LargeNetwork;
import org.spikeledger.tools.bench.workload.WorkloadFacts;

/**
 * All that a run measured; its JSON is this record.
 *
 * @param schema of the JSON; 1
 * @param circumstances where and how
 * @param workloads what the networks do
 * @param ratios against rivals in the same run
 * @param sweeps over spike rates
 * @param published against figures from another machine
 * @param loads of networks from files
 * @param measurements all forks of all subjects
 */
public record BenchReport(
    int schema,
    Circumstances circumstances,
    List<WorkloadFacts> workloads,
    List<RatioRow> ratios,
    List<SweepRow> sweeps,
    List<PublishedRow> published,
    List<LoadRow> loads,
    List<MeasuredSubject> measurements) {

  private static final int SCHEMA = 1;

  /** Copies the lists. */
  public BenchReport {
    workloads = List.copyOf(workloads);
    ratios = List.copyOf(ratios);
    sweeps = List.copyOf(sweeps);
    published = List.copyOf(published);
    loads = List.copyOf(loads);
    measurements = List.copyOf(measurements);
  }

  /** Sums up what was measured. */
  public static BenchReport of(
      Circumstances circumstances,
      List<WorkloadFacts> workloads,
      Agenda agenda,
      Map<Subject, List<ForkFigures>> figures,
      Map<LargeNetwork, List<LoadFigures>> loads) {
    boolean busy = circumstances.busy();
    Map<Subject, MeasuredSubject> measured = new LinkedHashMap<>();
    figures.forEach((subject, forks) -> measured.put(subject, MeasuredSubject.of(subject, forks)));
    List<RatioRow> ratios =
        agenda.comparisons().stream()
            .map(
                each ->
                    RatioRow.of(
                        each,
                        measured.get(each.ours().subject()),
                        measured.get(each.rival().subject()),
                        busy))
            .toList();
    List<SweepRow> sweeps =
        agenda.sweeps().stream().map(sweep -> SweepRow.of(sweep, measured, busy)).toList();
    return new BenchReport(
        SCHEMA,
        circumstances,
        workloads,
        ratios,
        sweeps,
        published(agenda.published(), measured, busy),
        loads.entrySet().stream()
            .map(each -> LoadRow.of(each.getKey().key(), each.getValue(), busy))
            .toList(),
        List.copyOf(measured.values()));
  }

  private static List<PublishedRow> published(
      List<AgainstPublished> agenda, Map<Subject, MeasuredSubject> measured, boolean busy) {
    List<PublishedRow> rows = new ArrayList<>();
    for (AgainstPublished each : agenda) {
      MeasuredSubject ours = measured.get(each.ours().subject());
      PublishedFigures.all().stream()
          .filter(figure -> figure.workload().equals(each.workload()))
          .map(figure -> PublishedRow.of(figure, ours, each.goal(), busy))
          .forEach(rows::add);
    }
    return rows;
  }
}
