package org.spikeledger.tools.cli.run;

import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import java.util.stream.IntStream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.simulator.encode.ArraySource;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.kernel.KernelChoice;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.Parallelism;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.NetworkOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that runs a network over a dataset can be told. */
public final class RunOptions {

  @Mixin private NetworkOptions networkOptions;

  @Mixin private SequenceOptions sequenceOptions;

  @Mixin private EncodingOptions encodingOptions;

  @Mixin private PrecisionOptions precisionOptions;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Run the first N inputs. Default: all.")
  private Integer limit;

  @Option(
      names = "--timesteps",
      paramLabel = "T",
      description =
          "Timesteps of an inference. Default: those of an array, else what the network was made"
              + " for.")
  private Integer timesteps;

  @Option(
      names = "--threads",
      paramLabel = "K",
      description = "Threads that simulate. Default: the number of cores.")
  private Integer threads;

  @Option(
      names = "--parallel",
      paramLabel = "HOW",
      defaultValue = "throughput",
      description =
          "throughput (an inference a thread) or latency (all threads share one inference); both"
              + " give the same digest. Default: ${DEFAULT-VALUE}.")
  private String parallel;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      defaultValue = "event",
      description =
          "event (fast) or reference (plain, spike by spike); both give the same digest."
              + " Default: ${DEFAULT-VALUE}.")
  private EngineChoice engine;

  @Option(
      names = "--kernel",
      paramLabel = "NAME",
      defaultValue = "auto",
      description =
          "Of the event engine: auto, scalar, vector128, vector256 or vector512; all give the same"
              + " digest. Default: ${DEFAULT-VALUE}.")
  private String kernel;

  /** For picocli, which fills the options. */
  public RunOptions() {}

  /**
   * Reads network and dataset and settles what was left open.
   *
   * @param network a path or {@code zoo:NAME}
   * @param dataset as {@link DatasetArgument} understands it
   * @param warnings receives what the user should know
   */
  public PreparedRun prepare(String network, String dataset, Consumer<String> warnings) {
    settings(timesteps == null ? 1 : timesteps);
    DatasetArgument data = DatasetArgument.parse(dataset);
    LoadedNetwork loaded = networkOptions.load(network, warnings);
    Graph graph = loaded.graph();
    Shape input = graph.shape(graph.inputName());
    return switch (data) {
      case DatasetArgument.Images images -> {
        sequenceOptions.requireNone(dataset);
        Normalisation normalisation =
            normalisation(graph, input, encodingOptions.normalises() ? warnings : _ -> {});
        int encoded = timesteps == null ? timesteps(loaded) : timesteps;
        yield prepared(
            loaded,
            encodingOptions.images(
                dataset, images.specification().open(), normalisation, input, encoded),
            () -> encoded,
            warnings);
      }
      case DatasetArgument.Samples samples -> {
        encodingOptions.requireEvents(dataset);
        ArraySource source = sequenceOptions.samples(dataset, samples.file(), input);
        yield prepared(loaded, source, source::timesteps, warnings);
      }
      case DatasetArgument.Events events -> {
        encodingOptions.requireEvents(dataset);
        int binned = timesteps == null ? timesteps(loaded) : timesteps;
        yield prepared(
            loaded,
            sequenceOptions.events(dataset, events.file(), input, binned),
            () -> timesteps(loaded),
            warnings);
      }
    };
  }

  private PreparedRun prepared(
      LoadedNetwork network,
      InputSource inputs,
      IntSupplier timestepsWhereNotSaid,
      Consumer<String> warnings) {
    int settled = timesteps == null ? timestepsWhereNotSaid.getAsInt() : timesteps;
    PreparedRun prepared = precisionOptions.prepare(network, inputs, settings(settled));
    warnOfLabels(prepared, warnings);
    return prepared;
  }

  /** A data set of more classes than the network tells apart may be a mistake, or a test of it. */
  private static void warnOfLabels(PreparedRun prepared, Consumer<String> warnings) {
    Graph graph = prepared.network().graph();
    int outputs = graph.shape(graph.outputName()).size();
    IntStream.range(0, prepared.samples())
        .filter(sample -> prepared.inputs().label(sample) >= outputs)
        .findFirst()
        .ifPresent(
            sample ->
                warnings.accept(
                    "a label that no output stands for counts as wrong: label=%d outputs=%d sample=%d"
                        .formatted(prepared.inputs().label(sample), outputs, sample)));
  }

  /**
   * Refuses what changes the result of a run, where nothing is run.
   *
   * @throws BadInputException with the first such option
   */
  public void requireNoneOfARun() {
    requireAbsent("--limit", limit);
    requireAbsent("--timesteps", timesteps);
    precisionOptions.requireFloat32();
  }

  private static void requireAbsent(String option, Integer value) {
    if (value != null) {
      throw new BadInputException(
          "nothing is run that it could change: %s=%d".formatted(option, value));
    }
  }

  /** Reads a network alone. */
  public LoadedNetwork network(String network, Consumer<String> warnings) {
    return networkOptions.load(network, warnings);
  }

  private RunSettings settings(int settledTimesteps) {
    return new RunSettings(
        settledTimesteps,
        limit == null ? Integer.MAX_VALUE : limit,
        threads == null ? Runtime.getRuntime().availableProcessors() : threads,
        Parallelism.of(parallel),
        engine,
        KernelChoice.of(kernel),
        false,
        List.of());
  }

  private static int timesteps(LoadedNetwork network) {
    return network
        .graph()
        .properties()
        .timesteps()
        .orElseThrow(
            () ->
                new BadInputException(
                    "a network that does not state its timesteps needs --timesteps: file="
                        + network.file()));
  }

  private static Normalisation normalisation(Graph graph, Shape input, Consumer<String> warnings) {
    return graph
        .properties()
        .normalisation()
        .orElseGet(
            () -> {
              warnings.accept("the network states no normalisation; a byte x becomes x / 255");
              return new Normalisation(
                  Collections.nCopies(input.channels(), 0.0),
                  Collections.nCopies(input.channels(), 1.0));
            });
  }
}
