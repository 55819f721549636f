package org.spikeledger.tools.cli.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.spikeledger.simulator.count.LayerFacts;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.count.MembraneAccess.Access;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.simulator.run.SpikeStatistics;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;

/** A run as text for people: what ran, a row a layer, the accesses, the definitions used. */
public final class RunText {

  private RunText() {}

  /** The whole text. */
  public static String of(RunSummary run) {
    return String.join("\n", head(run), activity(run), accesses(run), footnote());
  }

  private static String head(RunSummary run) {
    StringBuilder text = new StringBuilder();
    field(text, "network", run.network());
    field(text, "dataset", run.dataset());
    field(
        text,
        "run",
        "%s inferences of %s timestep(s), %s, engine %s, kernel %s, %d thread(s)%s"
            .formatted(
                Figures.whole(run.samples()),
                Figures.whole(run.timesteps()),
                run.precision(),
                run.engine(),
                run.kernel(),
                run.threads(),
                run.parallelism() == Parallelism.LATENCY ? " that share each inference" : ""));
    run.accuracy()
        .ifPresent(
            accuracy ->
                field(
                    text,
                    "accuracy",
                    "%s +- %s (standard error)"
                        .formatted(
                            Figures.percent(accuracy),
                            Figures.percent(run.accuracyStandardError().orElse(0)))));
    field(
        text,
        "speed",
        String.format(
            Locale.ROOT,
            "%.2f s, %s inferences/s, %s million synaptic operations/s",
            run.wallSeconds(),
            Figures.mean(run.samples() / run.wallSeconds()),
            Figures.mean(run.counts().synapticOperations() / run.wallSeconds() / 1e6)));
    field(text, "fingerprint", run.fingerprint());
    field(text, "digest", run.digest());
    return text.toString();
  }

  private static void field(StringBuilder text, String name, String value) {
    text.append(String.format(Locale.ROOT, "%-12s %s%n", name, value));
  }

  private static String activity(RunSummary run) {
    Table table =
        Table.of(
            Column.text("layer"),
            Column.text("kind"),
            Column.number("neurons"),
            Column.number("spikes/inference"),
            Column.number("spikes/neuron/timestep"),
            Column.number("spikes/neuron/inference"),
            Column.number("+- s.e."),
            Column.number("synaptic operations/inference"),
            Column.number("+- s.e."),
            Column.number("dense MACs/inference"));
    run.layers().forEach(layer -> table.row(activity(run, layer)));
    return table.row(activityOfAll(run)).text();
  }

  private static List<String> activity(RunSummary run, LayerFacts layer) {
    int index = layer.layer().index();
    SpikeStatistics spikes = run.spikes().get(index);
    double samples = run.samples();
    boolean fires = layer.fires();
    return List.of(
        layer.layer().name(),
        layer.kind(),
        Figures.whole(layer.layer().neurons()),
        fires ? Figures.mean(run.counts().layer(index, Primitive.SPIKES) / samples) : "-",
        fires ? Figures.rate(spikes.meanPerNeuronPerInference() / run.timesteps()) : "-",
        fires ? Figures.rate(spikes.meanPerNeuronPerInference()) : "-",
        fires ? Figures.rate(spikes.standardError()) : "-",
        Figures.mean(run.counts().synapticOperations(index) / samples),
        Figures.mean(run.operations().layerStandardErrors().get(index)),
        Figures.whole(layer.denseOperations()));
  }

  private static List<String> activityOfAll(RunSummary run) {
    double samples = run.samples();
    double spikes = run.counts().total(Primitive.SPIKES) / samples;
    long neurons = run.spikingNeurons();
    return List.of(
        "total",
        "spiking neurons",
        Figures.whole(neurons),
        Figures.mean(spikes),
        neurons == 0 ? "-" : Figures.rate(spikes / neurons / run.timesteps()),
        neurons == 0 ? "-" : Figures.rate(spikes / neurons),
        "",
        Figures.mean(run.counts().synapticOperations() / samples),
        Figures.mean(run.operations().totalStandardError()),
        Figures.whole(run.denseOperations()));
  }

  private static String accesses(RunSummary run) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("membrane reads/writes an inference"));
    for (MembraneAccess model : MembraneAccess.values()) {
      columns.add(Column.number(model.key()));
    }
    Table table = new Table(columns);
    for (LayerFacts layer : run.layers()) {
      table.row(accesses(run, layer.layer().name(), List.of(layer)));
    }
    return table.row(accesses(run, "total", run.layers())).text();
  }

  private static List<String> accesses(RunSummary run, String name, List<LayerFacts> layers) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    for (MembraneAccess model : MembraneAccess.values()) {
      Access sum = model.of(layers, run.counts(), run.samples());
      cells.add(
          Figures.mean((double) sum.reads() / run.samples())
              + " / "
              + Figures.mean((double) sum.writes() / run.samples()));
    }
    return cells;
  }

  private static String footnote() {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        spikes, synaptic operations: counted exactly, means over the inferences; s.e. is the standard error of the mean
        synaptic operations: each arriving event times its true fan-out; without the directly encoded input
        dense MACs: multiply-accumulates of one dense pass of the same shape; no bias, pooling or neuron operations
        """);
    for (MembraneAccess model : MembraneAccess.values()) {
      text.append("membrane accesses, ").append(model.key()).append(": ").append(model.formula());
      text.append('\n');
    }
    return text.append("N: neurons of the layer; T: timesteps\n").toString();
  }
}
