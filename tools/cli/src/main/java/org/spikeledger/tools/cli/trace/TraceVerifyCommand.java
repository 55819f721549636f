package org.spikeledger.tools.cli.trace;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.NetworkOptions;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.compare.Divergence;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.replay.LayerReplay;
import org.spikeledger.traces.replay.SpikeRecount;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.replay.TraceVerifier;
import org.spikeledger.traces.replay.Verification;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace verify}: whether a trace is whole and says what the network does. */
@Command(
    name = "verify",
    description = {
      "Verify a trace: recompute its digests from what it holds; with --network, run every recorded"
          + " input again and compare, or one layer alone (--layer), or count again from the"
          + " recorded spikes (--recount).",
      "The answer is no (exit code 1) where something differs or the end is missing."
    },
    footer = {"", "Example: spikeledger trace verify run.trace --network zoo:fashion-mnist-t1"})
final class TraceVerifyCommand extends AnsweringCommand {

  @Parameters(paramLabel = "FILE", description = "A trace.")
  private Path file;

  @Option(
      names = "--network",
      paramLabel = "NETWORK",
      description = "Run the recorded inputs again through this network.")
  private String network;

  @Option(
      names = "--layer",
      paramLabel = "NAME",
      description = "With --network: compute this layer alone, from what was recorded before it.")
  private String layer;

  @Option(
      names = "--recount",
      description =
          "With --network: count again from the recorded spikes, without simulating, under every"
              + " accounting model.")
  private boolean recount;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "event",
      description = "With --network: event or reference. Default: ${DEFAULT-VALUE}.")
  private EngineChoice engine;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "With --network: auto, scalar, vector128, vector256 or vector512."
              + " Default: ${DEFAULT-VALUE}.")
  private String kernel;

  @Mixin private NetworkOptions networkOptions;

  private Optional<RecountedRun> counted = Optional.empty();
  private double seconds;

  @Override
  protected Answer answer() {
    if (network == null ? layer != null || recount : layer != null && recount) {
      throw new BadInputException(
          "--layer and --recount need --network, and exclude each other: network=%s layer=%s recount=%s"
              .formatted(network, layer, recount));
    }
    try (TraceReader reader = TraceReader.open(file)) {
      long start = System.nanoTime();
      Verification verification = verify(reader);
      seconds = (System.nanoTime() - start) / 1e9;
      boolean yes = verification.agrees() && !verification.truncated();
      return Answer.of(yes, json(verification), text(verification));
    }
  }

  private Verification verify(TraceReader reader) {
    if (network == null) {
      return TraceVerifier.content(reader);
    }
    Graph graph = networkOptions.load(network, this::warn).graph();
    TraceHeader header = reader.header();
    header.requireLayersOf(graph);
    if (recount) {
      counted = Optional.of(new RecountedRun(header, new SpikeRecount(graph, header)));
      return TraceVerifier.each(reader, counted.get()::check);
    }
    return layer == null
        ? rerun(reader, graph)
        : TraceVerifier.each(
            reader, new LayerReplay(graph, header, layer, KernelChoice.of(kernel))::check);
  }

  private Verification rerun(TraceReader reader, Graph graph) {
    TraceHeader header = reader.header();
    RunSettings settings =
        new RunSettings(
            header.timesteps(),
            Integer.MAX_VALUE,
            1,
            engine,
            KernelChoice.of(kernel),
            header.digestPotentials());
    EngineFactory engines = new EngineFactory(graph, header.inputKind(), settings);
    return TraceVerifier.rerun(reader, engines.create());
  }

  private Map<String, Object> json(Verification verification) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("file", file.toString());
    json.put("level", level());
    json.put("agrees", verification.agrees());
    json.put("truncated", verification.truncated());
    json.put("inferences", verification.inferences());
    json.put("digest", verification.runDigest());
    json.put("recomputed", verification.recomputed());
    json.put("divergence", verification.divergence().orElse(null));
    json.put("wallSeconds", seconds);
    counted.ifPresent(run -> json.put("layers", run.layers()));
    return json;
  }

  private String level() {
    if (recount) {
      return "recount";
    }
    return network == null ? "content" : layer == null ? "rerun" : "layer";
  }

  private String text(Verification verification) {
    StringBuilder text = new StringBuilder();
    text.append(
        verification.agrees()
            ? "%s inferences agree (%s)%n"
                .formatted(Figures.whole(verification.inferences()), how(verification))
            : verification.divergence().map(Divergence::describe).orElseThrow() + "\n");
    if (verification.truncated()) {
      text.append("the trace is cut: its end is missing\n");
    }
    counted.ifPresent(run -> text.append(run.text()).append('\n'));
    return text.append("run digest  ").append(verification.runDigest()).append('\n').toString();
  }

  private String how(Verification verification) {
    if (network != null) {
      return recount
          ? "every counter follows from the recorded spikes"
          : layer == null
              ? "every recorded input was run again"
              : "layer %s computed from what was recorded before it".formatted(layer);
    }
    return verification.recomputed()
        ? "digests recomputed from what the trace holds"
        : "counts and run digest only: inference digests cover potentials, which a trace does not"
            + " hold; --network runs the inputs again";
  }
}
