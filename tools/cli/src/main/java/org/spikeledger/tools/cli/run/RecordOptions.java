package org.spikeledger.tools.cli.run;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.file.OutputFile;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.run.InferenceListener;
import org.spikeledger.simulator.run.RunSettings;
import org.spikeledger.simulator.run.RunSummary;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.store.RunStore;
import org.spikeledger.traces.store.StoredRun;
import picocli.CommandLine.Option;

/** What a run leaves behind: a trace, results in a store, potentials. */
final class RecordOptions {

  private enum Input {
    KEEP,
    DIGEST
  }

  private enum Digest {
    SPIKES,
    POTENTIALS
  }

  @Option(
      names = "--record",
      paramLabel = "FILE",
      description = "Write a trace of the run: inputs, spikes, counters, digests.")
  private Path record;

  @Option(
      names = "--input",
      paramLabel = "keep|digest",
      defaultValue = "keep",
      description =
          "With --record: inputs, or only their digests, in the trace; inputs are needed to run it"
              + " again. Default: ${DEFAULT-VALUE}.")
  private Input input;

  @Option(
      names = "--probe",
      paramLabel = "LAYER[:NEURON]",
      description =
          "With --record: keep the membrane potentials of a layer, or of one neuron (its index in"
              + " NIR's order), at every timestep; may be repeated.")
  private List<String> probes = List.of();

  @Option(
      names = "--digest",
      paramLabel = "spikes|potentials",
      defaultValue = "spikes",
      description =
          "Whether digests cover every layer's potentials too. Default: ${DEFAULT-VALUE}.")
  private Digest digest;

  @Option(
      names = "--store",
      paramLabel = "FILE",
      description =
          "Remember every result in this store, and run only what it has not; with --record, where"
              + " it was recorded.")
  private Path store;

  private final Map<String, Object> told = new LinkedHashMap<>();

  /** For picocli, which fills the options. */
  RecordOptions() {}

  /** The run with what the options add to its settings. */
  PreparedRun settle(PreparedRun prepared) {
    if (!probes.isEmpty() && (record == null || store != null)) {
      throw new BadInputException(
          "probes need --record and no --store: record=%s store=%s".formatted(record, store));
    }
    if (record != null) {
      OutputFile.require(record, List.of(prepared.network().file()));
    }
    RunSettings settings =
        prepared.settings().withProbes(ProbeNames.parse(probes, prepared.network().graph()));
    return prepared.with(digest == Digest.POTENTIALS ? settings.withDigestPotentials() : settings);
  }

  /** Runs, records and remembers. */
  RunSummary run(
      PreparedRun prepared, List<InferenceListener> listeners, Consumer<String> messages) {
    if (store != null) {
      return stored(prepared, listeners, messages);
    }
    if (record == null) {
      return prepared.run(listeners);
    }
    try (TraceRecorder recorder = recorder(prepared, record)) {
      RunSummary summary = prepared.run(engine -> engine, listeners, List.of(recorder));
      complete(recorder, messages);
      return summary;
    }
  }

  /** What was left behind, for the JSON. */
  Map<String, Object> told() {
    return told;
  }

  private TraceRecorder recorder(PreparedRun prepared, Path file) {
    return input == Input.KEEP
        ? Recording.of(prepared, file)
        : Recording.withoutInputs(prepared, file);
  }

  private void complete(TraceRecorder recorder, Consumer<String> messages) {
    recorder.complete();
    messages.accept("trace written: file=%s bytes=%d".formatted(recorder.file(), recorder.bytes()));
    told.put("trace", recorder.file().toString());
  }

  private RunSummary stored(
      PreparedRun prepared, List<InferenceListener> listeners, Consumer<String> messages) {
    RunSettings settings = prepared.settings();
    String fingerprint =
        Fingerprint.of(
            prepared.network().graph(), prepared.inputs().encoder(), settings.timesteps());
    try (RunStore open = RunStore.write(store, messages)) {
      StoredRun run = new StoredRun(open, fingerprint, settings.digestPotentials());
      RunSummary summary =
          record == null
              ? prepared.run(run::around, listeners, List.of(run.listener(Optional.empty())))
              : recorded(prepared, listeners, run, messages);
      messages.accept(
          "store: found=%d run=%d results=%d file=%s"
              .formatted(run.found(), run.simulated(), open.size(), store));
      told.put(
          "store", Map.of("file", store.toString(), "found", run.found(), "run", run.simulated()));
      return summary;
    }
  }

  private RunSummary recorded(
      PreparedRun prepared,
      List<InferenceListener> listeners,
      StoredRun run,
      Consumer<String> messages) {
    try (TraceRecorder recorder = recorder(prepared, free(record))) {
      RunSummary summary =
          prepared.run(run::around, listeners, List.of(run.listener(Optional.of(recorder))));
      if (run.simulated() > 0) {
        complete(recorder, messages);
      } else {
        recorder.discard();
      }
      if (run.found() > 0) {
        messages.accept(
            "what the store knew was not recorded again: found=%d recorded=%d"
                .formatted(run.found(), run.simulated()));
      }
      return summary;
    }
  }

  /** A name that no trace has, finished or not: the store points at those that there are. */
  private static Path free(Path file) {
    Path free = file;
    for (int i = 2; Files.exists(free) || Files.exists(TraceRecorder.partial(free)); i++) {
      free = file.resolveSibling(file.getFileName() + "." + i);
    }
    return free;
  }
}
