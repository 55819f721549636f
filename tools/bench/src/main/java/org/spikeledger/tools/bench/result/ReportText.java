package org.spikeledger.tools.bench.result;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spikeledger.tools.bench.workload.LayerActivity;
import org.spikeledger.tools.bench.workload.WorkloadFacts;

/** A report in Markdown. */
public final class ReportText {

  private static final String BUSY = "busy";
  private static final String ALLOCATED = "ours, bytes allocated per operation";

  private final BenchReport report;
  private final StringBuilder text = new StringBuilder();

  private ReportText(BenchReport report) {
    this.report = report;
  }

  /** All tables that have rows. */
  public static String of(BenchReport report) {
    ReportText text = new ReportText(report);
    text.circumstances();
    text.ratios();
    text.sweeps();
    text.published();
    text.loads();
    report.workloads().forEach(text::workload);
    return text.text.toString();
  }

  private void circumstances() {
    Circumstances where = report.circumstances();
    text.append(
        String.format(
            Locale.ROOT,
            "Measured on %s, %d cores, Java %s; %d forks of %d x %d ms after %d x %d ms; kernel %s.%n",
            where.machine().processor(),
            where.machine().cores(),
            where.machine().java(),
            where.settings().forks(),
            where.settings().iterations(),
            where.settings().milliseconds(),
            where.settings().warmupIterations(),
            where.settings().milliseconds(),
            where.kernel()));
    text.append(
        "A ratio is our speed over the rival's in the same round of forks: above 1, we are"
            + " faster.\n");
    if (where.busy()) {
      text.append(
          "THE MACHINE WAS BUSY, which was accepted: no figure here says how fast anything is.\n");
    }
  }

  private void ratios() {
    if (report.ratios().isEmpty()) {
      return;
    }
    MarkdownTable table =
        new MarkdownTable(
            4,
            "what",
            "ours",
            "rival",
            "unit",
            "ours, median",
            "rival, median",
            "ratio, median",
            "ratio, worst fork",
            "goal",
            ALLOCATED,
            "note");
    for (RatioRow row : report.ratios()) {
      table.row(
          row.what(),
          row.ours(),
          row.rival(),
          row.unit(),
          number(row.oursMedian()),
          number(row.rivalMedian()),
          number(row.ratioMedian()),
          number(row.ratioWorst()),
          row.goal() == null ? "" : number(row.goal()),
          allocated(row.oursId()),
          note(row.disturbed()));
    }
    section("Ratios", table);
  }

  private String allocated(String id) {
    return report.measurements().stream()
        .filter(each -> each.id().equals(id) && each.allocatedBytesPerOperation() != null)
        .map(each -> number(each.allocatedBytesPerOperation()))
        .findFirst()
        .orElse("");
  }

  private void sweeps() {
    if (report.sweeps().isEmpty()) {
      return;
    }
    List<String> headers = new ArrayList<>(List.of("3x3"));
    report
        .sweeps()
        .getFirst()
        .rates()
        .forEach(rate -> headers.add("%.0f %%".formatted(100 * rate)));
    headers.addAll(List.of("R2", "0 % as share of 13 %", "note"));
    MarkdownTable table = new MarkdownTable(1, headers.toArray(String[]::new));
    for (SweepRow row : report.sweeps()) {
      List<String> cells = new ArrayList<>(List.of(row.layer()));
      row.medianMicroseconds().forEach(time -> cells.add(number(time)));
      cells.add("%.4f".formatted(row.r2()));
      cells.add("%.1f %%".formatted(100 * row.shareAtRateZero()));
      cells.add(note(row.disturbed()));
      table.row(cells);
    }
    section(
        "Microseconds of a timestep, by spike rate of the input; goals: R2 at least 0.99, 0 % less than"
            + " 5 % of 13 %",
        table);
  }

  private void published() {
    if (report.published().isEmpty()) {
      return;
    }
    MarkdownTable table =
        new MarkdownTable(
            2,
            "workload",
            "system",
            "published",
            "ours, median",
            "ours, worst fork",
            "ratio, median",
            "ratio, worst fork",
            "goal at most",
            ALLOCATED,
            "note");
    for (PublishedRow row : report.published()) {
      table.row(
          row.workload(),
          row.system(),
          number(row.publishedMicroseconds()),
          number(row.oursMedianMicroseconds()),
          number(row.oursWorstMicroseconds()),
          number(row.ratioMedian()),
          number(row.ratioWorst()),
          row.goalMicroseconds() == null ? "" : number(row.goalMicroseconds()),
          allocated(row.oursId()),
          note(row.disturbed()));
    }
    section(
        "Microseconds per image beside figures measured on another machine (one Zen 4 core)",
        table);
  }

  private void loads() {
    if (report.loads().isEmpty()) {
      return;
    }
    MarkdownTable table =
        new MarkdownTable(
            1,
            "network",
            "file, MB",
            "packed weights, MB",
            "seconds, median",
            "seconds, worst fork",
            "resident, MB, worst fork",
            "goal at most",
            "note");
    for (LoadRow row : report.loads()) {
      table.row(
          row.network(),
          megabytes(row.fileBytes()),
          megabytes(row.packedBytes()),
          number(row.medianSeconds()),
          number(row.worstSeconds()),
          row.worstResidentBytes() == null ? "" : megabytes(row.worstResidentBytes()),
          megabytes(row.mostResidentBytes()),
          note(row.disturbed()));
    }
    section("From a NIR file to an engine that is ready, and the whole process then", table);
  }

  private static String megabytes(long bytes) {
    return number(bytes / 1e6);
  }

  private void workload(WorkloadFacts facts) {
    MarkdownTable table =
        new MarkdownTable(
            1, "layer", "neurons", "spikes per neuron per timestep", "density after its pool");
    for (LayerActivity layer : facts.layers()) {
      table.row(
          layer.layer(),
          "%,d".formatted(layer.neurons()),
          "%.4f".formatted(layer.spikesPerNeuronPerTimestep()),
          layer.densityAfterPool() == null ? "" : "%.4f".formatted(layer.densityAfterPool()));
    }
    section(
        String.format(
            Locale.ROOT,
            "%s, mean per image: %,.0f input events, %,.0f accumulates, %,.0f"
                + " multiply-accumulates (%,.0f of them directly encoded)",
            facts.workload(),
            facts.inputEvents(),
            facts.accumulates(),
            facts.multiplyAccumulates(),
            facts.directMultiplyAccumulates()),
        table);
  }

  private void section(String title, MarkdownTable table) {
    text.append('\n').append("### ").append(title).append("\n\n").append(table.text());
  }

  private static String note(boolean disturbed) {
    return disturbed ? BUSY : "";
  }

  private static String number(double value) {
    double size = Math.abs(value);
    return String.format(Locale.ROOT, size >= 100 ? "%,.0f" : size >= 10 ? "%.1f" : "%.2f", value);
  }
}
