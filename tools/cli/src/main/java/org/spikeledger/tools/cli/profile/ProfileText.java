package org.spikeledger.tools.cli.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.energy.EnergyReport;
import org.spikeledger.simulator.energy.EnergyStudy;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.simulator.profile.AnnAgainstSnn;
import org.spikeledger.simulator.profile.AnnRule;
import org.spikeledger.simulator.profile.ConnectionActivity;
import org.spikeledger.simulator.profile.LayerSpikes;
import org.spikeledger.simulator.profile.NetworkProfile;
import org.spikeledger.simulator.profile.ToolFigure;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.tools.cli.run.RunText;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** A profile as text for people. */
final class ProfileText {

  /** Columns of timesteps, and bars of a histogram, for which a line has room. */
  private static final int MOST_SHOWN = 12;

  private ProfileText() {}

  static String of(RunSummary run, NetworkProfile profile, EnergyStudy energy) {
    return String.join(
        "\n",
        RunText.of(run),
        rates(run, profile),
        connections(profile),
        ann(profile),
        energy(energy),
        tools(profile));
  }

  private static String rates(RunSummary run, NetworkProfile profile) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("layer: spikes per neuron"));
    List<Integer> shown = shown(run.timesteps());
    shown.forEach(t -> columns.add(Column.number("t=" + t)));
    columns.add(Column.number("dead neurons"));
    columns.add(Column.number("saturated"));
    columns.add(Column.text("neurons by spikes an inference, 0 1 2 ..."));
    Table table = new Table(columns);
    for (LayerSpikes layer : profile.layers()) {
      List<String> cells = new ArrayList<>(List.of(layer.facts().layer().name()));
      double neurons = layer.facts().layer().neurons();
      for (int t : shown) {
        long spikes = run.counts().get(layer.facts().layer().index(), t, Primitive.SPIKES);
        cells.add(Figures.rate(spikes / neurons / run.samples()));
      }
      cells.add(Figures.whole(layer.dead()));
      cells.add(Figures.whole(layer.saturated()));
      cells.add(histogram(layer));
      table.row(cells);
    }
    return table.text()
        + (shown.size() < run.timesteps()
            ? "some of %d timesteps%n".formatted(run.timesteps())
            : "");
  }

  /** All timesteps where a line has room for them, else some from the first to the last. */
  private static List<Integer> shown(int timesteps) {
    int count = Math.min(timesteps, MOST_SHOWN);
    return IntStream.range(0, count)
        .mapToObj(i -> count == 1 ? 0 : (int) ((long) i * (timesteps - 1) / (count - 1)))
        .toList();
  }

  private static String histogram(LayerSpikes layer) {
    List<Long> bars = layer.histogram();
    double all = bars.stream().mapToLong(Long::longValue).sum();
    String shown =
        bars.stream()
            .limit(MOST_SHOWN)
            .map(each -> Figures.percent(each / all))
            .collect(Collectors.joining("  "));
    double rest = bars.stream().skip(MOST_SHOWN).mapToLong(Long::longValue).sum();
    return bars.size() <= MOST_SHOWN ? shown : shown + "  more: " + Figures.percent(rest / all);
  }

  private static String connections(NetworkProfile profile) {
    Table table =
        Table.of(
            Column.text("connection, means an inference"),
            Column.number("events"),
            Column.number("synapses crossed"),
            Column.number("of non-zero weight"),
            Column.number("weight reads, rows once a timestep"),
            Column.number("dense operations"));
    for (ConnectionActivity each : profile.connections()) {
      double inferences = profile.inferences();
      table.row(
          each.facts().name(),
          Figures.mean(each.events() / inferences),
          Figures.mean(each.crossings() / inferences),
          Figures.mean(each.effectiveCrossings() / inferences),
          Figures.mean(each.weightsUsedOnce() / inferences),
          Figures.whole(each.facts().denseOperations()));
    }
    return table.text();
  }

  private static String ann(NetworkProfile profile) {
    if (profile.whyNoAnn().isPresent()) {
      return "ANN against SNN: not run, %s%n".formatted(profile.whyNoAnn().get());
    }
    Table table =
        Table.of(
            Column.text("ANN against SNN, %d images".formatted(profile.annImages())),
            Column.number("mean ANN, clipped"),
            Column.number("mean SNN"),
            Column.number("correlation, clipped"),
            Column.number("correlation, unclipped"));
    for (AnnAgainstSnn each : profile.annAgainstSnn()) {
      table.row(
          each.layer(),
          Figures.rate(each.meanActivation()),
          Figures.rate(each.meanRate()),
          text(each.correlationClipped()),
          text(each.correlationUnclipped()));
    }
    return table.text()
        + "ANN of the same weights: "
        + AnnRule.UNCLIPPED.formula()
        + "; clipped: "
        + AnnRule.CLIPPED.formula()
        + "\n";
  }

  private static String text(OptionalDouble correlation) {
    return correlation.isEmpty()
        ? "not defined"
        : String.format(Locale.ROOT, "%.3f", correlation.getAsDouble());
  }

  private static String energy(EnergyStudy study) {
    Table table =
        Table.of(
            Column.text("alpha = ANN / SNN, operations only, " + study.costs().name()),
            Column.number("meanRate"),
            Column.number("graded"),
            Column.number("expanded"));
    for (EnergyReport report : study.reports()) {
      table.row(
          report.model().ann().key(),
          report.compute(PooledInput.MEAN_RATE).alpha().text(),
          report.compute(PooledInput.GRADED).alpha().text(),
          report.compute(PooledInput.EXPANDED).alpha().text());
    }
    return table.text() + EnergyReport.NOT_INCLUDED + "\n";
  }

  private static String tools(NetworkProfile profile) {
    Table table =
        Table.of(
            Column.text("as another tool counts"), Column.text("figure"), Column.number("value"));
    for (ToolFigure each : ToolFigure.of(profile)) {
      table.row(
          each.tool(),
          each.name(),
          each.value() < 1 ? Figures.rate(each.value()) : Figures.mean(each.value()));
    }
    return table.text() + "means an inference; definitions stand in the JSON and in the page\n";
  }
}
