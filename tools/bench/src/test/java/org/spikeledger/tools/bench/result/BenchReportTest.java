package org.spikeledger.tools.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.spikeledger.tools.bench.agenda.Agenda;
import org.spikeledger.tools.bench.agenda.Suite;
import org.spikeledger.tools.bench.machine.MachineDescription;
import org.spikeledger.tools.bench.run.ForkFigures;
import org.spikeledger.tools.bench.run.ForkSettings;
import org.spikeledger.tools.bench.run.LoadFigures;
import org.spikeledger.tools.bench.run.Subject;
import org.spikeledger.tools.bench.workload.EngineUnderTest;
import org.spikeledger.tools.bench.workload.LargeNetwork;
import org.spikeledger.tools.bench.workload.NamedWorkload;
import org.spikeledger.tools.cli.json.Json;

class BenchReportTest {

  private static final Agenda AGENDA = Agenda.of(List.of(Suite.values()), EngineUnderTest.best());

  private static final Map<LargeNetwork, List<LoadFigures>> LOADS =
      Map.of(
          LargeNetwork.RESNET20,
          List.of(
              new LoadFigures(90_000_000, 80_000_000, 0.5, 260_000_000),
              new LoadFigures(90_000_000, 80_000_000, 0.75, 290_000_000),
              new LoadFigures(90_000_000, 80_000_000, 0.25, 250_000_000)));

  private static BenchReport report(boolean busy, double otherCores) {
    Map<Subject, List<ForkFigures>> figures = new LinkedHashMap<>();
    double microseconds = 10;
    for (Subject subject : AGENDA.subjects()) {
      figures.put(
          subject,
          List.of(
              new ForkFigures(microseconds, 0.5, 0.01),
              new ForkFigures(2 * microseconds, 0.75, otherCores),
              new ForkFigures(3 * microseconds, 0.25, 0.02)));
      microseconds++;
    }
    Circumstances circumstances =
        new Circumstances(
            new MachineDescription("a processor", 2, "Linux", "25", 0.1),
            List.of("all"),
            new ForkSettings(3, 1, 1, 100),
            "auto",
            "float32",
            otherCores,
            busy);
    return BenchReport.of(circumstances, List.of(), AGENDA, figures, LOADS);
  }

  @Test
  void ratiosCompareTheForksOfOneRound() {
    RatioRow row =
        report(false, 0).ratios().stream()
            .filter(each -> each.suite().equals("vgg16"))
            .findFirst()
            .orElseThrow();
    assertEquals(3, row.ratios().size());
    double expected = row.rivalMedian() / row.oursMedian();
    row.ratios().forEach(ratio -> assertEquals(expected, ratio, 1e-9));
    assertEquals(expected, row.ratioWorst(), 1e-9);
    assertFalse(row.disturbed());
  }

  @Test
  void aRunOnABusyMachineIsMarkedOnEveryLine() {
    BenchReport busy = report(true, 0);
    assertTrue(busy.ratios().stream().allMatch(RatioRow::disturbed));
    assertTrue(busy.sweeps().stream().allMatch(SweepRow::disturbed));
    assertTrue(busy.published().stream().allMatch(PublishedRow::disturbed));
    assertTrue(busy.loads().stream().allMatch(LoadRow::disturbed));
    String text = ReportText.of(busy);
    int rows =
        busy.ratios().size() + busy.sweeps().size() + busy.published().size() + busy.loads().size();
    assertEquals(rows, text.lines().filter(line -> line.endsWith("| busy |")).count(), text);
  }

  @Test
  void aForkThatOthersDisturbedMarksItsLines() {
    BenchReport disturbed = report(false, 0.5);
    assertTrue(disturbed.ratios().stream().allMatch(RatioRow::disturbed));
    assertTrue(report(false, Double.NaN).ratios().stream().allMatch(RatioRow::disturbed));
  }

  @Test
  void aLoadIsHeldAgainstATenthMoreThanThePackedWeightsAnd200Megabytes() {
    LoadRow row = report(false, 0).loads().getFirst();
    assertEquals(0.5, row.medianSeconds());
    assertEquals(0.75, row.worstSeconds());
    assertEquals(290_000_000L, row.worstResidentBytes());
    assertEquals(288_000_000L, row.mostResidentBytes());
    assertEquals(List.of(LargeNetwork.values()), AGENDA.loads());
  }

  @Test
  void everyPublishedFigureBelongsToAWorkload() {
    var names =
        PublishedFigures.all().stream()
            .map(PublishedFigures.Figure::workload)
            .collect(Collectors.toCollection(TreeSet::new));
    names.forEach(NamedWorkload::of);
    assertEquals(
        PublishedFigures.all().size(), report(false, 0).published().size(), names.toString());
  }

  @Test
  void theJsonKeepsItsNames() {
    String json = Json.write(report(false, 0));
    for (String name :
        List.of(
            "schema",
            "circumstances",
            "ratioMedian",
            "ratioWorst",
            "shareAtRateZero",
            "r2",
            "publishedMicroseconds",
            "allocatedBytesPerOperation",
            "forkMicroseconds")) {
      assertTrue(json.contains("\"" + name + "\" :"), name);
    }
    assertFalse(json.contains("NaN"), json);
  }
}
