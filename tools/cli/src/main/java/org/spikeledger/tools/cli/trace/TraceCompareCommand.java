package org.spikeledger.tools.cli.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.NetworkOptions;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.compare.LayerDifference;
import org.spikeledger.traces.replay.DivergentPotentials;
import org.spikeledger.traces.replay.TraceComparison;
import org.spikeledger.traces.replay.TraceReader;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace compare}: where two recorded runs part. */
@Command(
    name = "compare",
    description = {
      "Compare two traces: the first divergence with both membrane potentials, and a summary by"
          + " layer. Potentials come from the traces, or from the networks that recorded them.",
      "The answer is no (exit code 1) where they differ."
    },
    footer = {
      "",
      "Example: spikeledger trace compare a.trace b.trace --network-a a.nir --network-b b.nir"
    })
final class TraceCompareCommand extends AnsweringCommand {

  @Parameters(index = "0", paramLabel = "A", description = "A trace.")
  private Path left;

  @Parameters(index = "1", paramLabel = "B", description = "Another one of the same shape.")
  private Path right;

  @Option(
      names = "--network-a",
      paramLabel = "NETWORK",
      description = "That recorded A, for its potential.")
  private String leftNetwork;

  @Option(
      names = "--network-b",
      paramLabel = "NETWORK",
      description = "That recorded B, for its potential.")
  private String rightNetwork;

  @Mixin private NetworkOptions networkOptions;

  @Override
  protected Answer answer() {
    try (TraceReader a = TraceReader.open(left);
        TraceReader b = TraceReader.open(right)) {
      TraceComparison comparison = TraceComparison.of(a, b);
      Optional<Float> leftPotential = potential(a, comparison, leftNetwork);
      Optional<Float> rightPotential = potential(b, comparison, rightNetwork);
      return Answer.of(
          comparison.agrees(),
          json(comparison, leftPotential, rightPotential),
          text(comparison, leftPotential, rightPotential));
    }
  }

  private Optional<Float> potential(
      TraceReader reader, TraceComparison comparison, String network) {
    return comparison
        .first()
        .flatMap(
            divergence ->
                DivergentPotentials.of(reader, comparison.place(), divergence, load(network)));
  }

  private Optional<Graph> load(String network) {
    return Optional.ofNullable(network).map(name -> networkOptions.load(name, this::warn).graph());
  }

  private static Map<String, Object> json(
      TraceComparison comparison, Optional<Float> leftPotential, Optional<Float> rightPotential) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("agrees", comparison.agrees());
    json.put("inferences", comparison.inferences());
    json.put("onlyA", comparison.onlyLeft());
    json.put("onlyB", comparison.onlyRight());
    json.put("differing", comparison.differing());
    json.put("inference", comparison.place() < 0 ? null : comparison.place());
    json.put("divergence", comparison.first().orElse(null));
    json.put("potentialA", leftPotential.orElse(null));
    json.put("potentialB", rightPotential.orElse(null));
    json.put("layers", comparison.layers());
    return json;
  }

  private static String text(
      TraceComparison comparison, Optional<Float> leftPotential, Optional<Float> rightPotential) {
    StringBuilder text = new StringBuilder();
    text.append(
        "%s inferences in both, %s differ; only in A %s, only in B %s%n"
            .formatted(
                Figures.whole(comparison.inferences()),
                Figures.whole(comparison.differing()),
                Figures.whole(comparison.onlyLeft()),
                Figures.whole(comparison.onlyRight())));
    if (comparison.first().isPresent()) {
      Divergence first = comparison.first().get();
      text.append("first divergence, inference %d: ".formatted(comparison.place()))
          .append(first.describe())
          .append('\n');
      if (first.neuron() >= 0) {
        text.append(
            "membrane potential after reset: A %s, B %s%n"
                .formatted(shown(leftPotential), shown(rightPotential)));
      }
    }
    return text.append('\n').append(layers(comparison)).toString();
  }

  private static String shown(Optional<Float> potential) {
    return potential
        .map(value -> "%s (0x%08x)".formatted(value, Float.floatToRawIntBits(value)))
        .orElse("not recorded (--probe, or --network-a and --network-b, give it)");
  }

  private static String layers(TraceComparison comparison) {
    Table table =
        Table.of(
            Column.text("layer"),
            Column.number("spikes A"),
            Column.number("spikes B"),
            Column.number("only A"),
            Column.number("only B"),
            Column.number("other number"),
            Column.number("inferences differing"));
    for (LayerDifference layer : comparison.layers()) {
      table.row(
          layer.layer(),
          Figures.whole(layer.leftSpikes()),
          Figures.whole(layer.rightSpikes()),
          Figures.whole(layer.onlyLeft()),
          Figures.whole(layer.onlyRight()),
          Figures.whole(layer.otherNumber()),
          Figures.whole(layer.inferences()));
    }
    return table.text();
  }
}
