package org.spikeledger.tools.cli.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.format.TraceLayer;
import org.spikeledger.traces.replay.TraceInfo;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code trace info}: what a trace holds. */
@Command(
    name = "info",
    description = "Show what a trace holds.",
    footer = {"", "Example: spikeledger trace info run.trace --json"})
final class TraceInfoCommand extends AnsweringCommand {

  @Parameters(paramLabel = "FILE", description = "A trace.")
  private Path file;

  @Override
  protected Answer answer() {
    TraceInfo info = TraceInfo.of(file);
    if (info.truncated()) {
      warn("the trace is cut: its end is missing, whole inferences=" + info.inferences());
    }
    return Answer.done(json(info), text(info));
  }

  private Map<String, Object> json(TraceInfo info) {
    TraceHeader header = info.header();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("network", header.network());
    json.put("dataset", header.dataset());
    json.put("fingerprint", header.fingerprint());
    json.put("timesteps", header.timesteps());
    json.put("precision", header.precision());
    json.put("engineVersion", header.engineVersion());
    json.put("semanticsVersion", header.semanticsVersion());
    json.put("inferences", info.inferences());
    json.put("spikes", info.spikes());
    json.put("fileBytes", info.fileBytes());
    json.put("inputBytes", info.inputBytes());
    json.put("spikeBytes", info.spikeBytes());
    json.put("counterBytes", info.counterBytes());
    json.put("bytesPerSpike", orNull(info.bytesPerSpike()));
    json.put("truncated", info.truncated());
    json.put("layers", header.layers().stream().map(LayerJson::of).toList());
    return json;
  }

  private String text(TraceInfo info) {
    TraceHeader header = info.header();
    Table facts = Table.of(Column.text("trace"), Column.text(file.toString()));
    facts.row("network", header.network());
    facts.row("dataset", header.dataset());
    facts.row("fingerprint", header.fingerprint());
    facts.row("timesteps", Figures.whole(header.timesteps()));
    facts.row("precision", header.precision());
    facts.row("written by", header.engineVersion() + ", semantics " + header.semanticsVersion());
    facts.row("inferences", Figures.whole(info.inferences()));
    facts.row("spikes", Figures.whole(info.spikes()));
    facts.row(
        "bytes",
        "%s (inputs %s, spikes %s, counters %s)"
            .formatted(
                Figures.whole(info.fileBytes()),
                Figures.whole(info.inputBytes()),
                Figures.whole(info.spikeBytes()),
                Figures.whole(info.counterBytes())));
    facts.row("bytes a spike", Figures.ratio(info.bytesPerSpike()) + " (without the inputs)");
    facts.row("end", info.truncated() ? "missing: the trace is cut" : "whole");
    Table layers =
        Table.of(
            Column.text("layer"),
            Column.text("kind"),
            Column.text("shape"),
            Column.number("neurons"));
    for (TraceLayer layer : header.layers()) {
      layers.row(
          layer.name(),
          layer.facts().kind(),
          layer.shape().toString(),
          Figures.whole(layer.neurons()));
    }
    return facts.text() + "\n" + layers.text();
  }

  private static Double orNull(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private record LayerJson(String name, String kind, List<Integer> shape, int neurons) {

    static LayerJson of(TraceLayer layer) {
      return new LayerJson(
          layer.name(), layer.facts().kind(), layer.shape().dimensions(), layer.neurons());
    }
  }
}
