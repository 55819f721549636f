package org.spikeledger.tools.cli.trace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.table.Column;
import org.spikeledger.tools.cli.table.Table;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.TraceReader;
import org.spikeledger.traces.store.RunStore;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code trace list}: the traces of a folder, the runs of a store. */
@Command(
    name = "list",
    description = "List the traces in folders, or the runs in a store.",
    footer = {"", "Example: spikeledger trace list runs --json"})
final class TraceListCommand extends AnsweringCommand {

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description = "Traces, and folders that hold them. Default: this folder.")
  private List<Path> paths = List.of();

  @Option(names = "--store", paramLabel = "FILE", description = "A store of results.")
  private Path store;

  @Override
  protected Answer answer() throws IOException {
    if (store != null) {
      List<StoredFingerprint> runs = stored();
      return Answer.done(Map.of("store", store.toString(), "runs", runs), runs(runs));
    }
    List<ListedTrace> traces = new ArrayList<>();
    for (Path path : paths.isEmpty() ? List.of(Path.of("")) : paths) {
      for (Path file : files(path)) {
        traces.add(ListedTrace.of(file));
      }
    }
    return Answer.done(Map.of("traces", traces), traces(traces));
  }

  private static List<Path> files(Path path) throws IOException {
    if (!Files.isDirectory(path)) {
      return List.of(path);
    }
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(ListedTrace::isTrace).sorted().toList();
    }
  }

  private List<StoredFingerprint> stored() {
    Map<String, Long> results = new TreeMap<>();
    Map<String, TreeSet<String>> files = new TreeMap<>();
    try (RunStore open = RunStore.read(store, this::tell)) {
      open.forEach(
          (key, result) -> {
            results.merge(key.fingerprint(), 1L, Long::sum);
            if (!result.trace().isEmpty()) {
              files
                  .computeIfAbsent(key.fingerprint(), _ -> new TreeSet<>())
                  .add(whatThereIs(result.trace()));
            }
          });
    }
    return results.entrySet().stream()
        .map(
            entry ->
                new StoredFingerprint(
                    entry.getKey(),
                    entry.getValue(),
                    List.copyOf(files.getOrDefault(entry.getKey(), new TreeSet<>()))))
        .toList();
  }

  /** A recording that was killed has another name than it would have got. */
  private static String whatThereIs(String trace) {
    Path partial = TraceRecorder.partial(Path.of(trace));
    return Files.notExists(Path.of(trace)) && Files.exists(partial) ? partial.toString() : trace;
  }

  private static String runs(List<StoredFingerprint> runs) {
    Table table =
        Table.of(Column.text("fingerprint"), Column.number("results"), Column.text("traces"));
    for (StoredFingerprint run : runs) {
      table.row(run.fingerprint(), Figures.whole(run.results()), String.join(" ", run.traces()));
    }
    return table.text();
  }

  private static String traces(List<ListedTrace> traces) {
    Table table =
        Table.of(
            Column.text("trace"),
            Column.text("network"),
            Column.text("dataset"),
            Column.number("T"),
            Column.number("inferences"),
            Column.number("spikes"),
            Column.number("bytes"),
            Column.text("end"));
    for (ListedTrace trace : traces) {
      table.row(
          trace.file(),
          trace.network(),
          trace.dataset(),
          Figures.whole(trace.timesteps()),
          trace.inferences() == null ? "-" : Figures.whole(trace.inferences()),
          trace.spikes() == null ? "-" : Figures.whole(trace.spikes()),
          Figures.whole(trace.bytes()),
          trace.truncated() ? "missing" : "whole");
    }
    return table.text();
  }

  /** The results that a store has of one fingerprint. */
  private record StoredFingerprint(String fingerprint, long results, List<String> traces) {}

  /** A trace by its header and footer alone; what a cut one holds is not counted here. */
  private record ListedTrace(
      String file,
      String network,
      String dataset,
      String fingerprint,
      int timesteps,
      Long inferences,
      Long spikes,
      long bytes,
      boolean truncated) {

    static boolean isTrace(Path file) {
      try (TraceReader reader = TraceReader.open(file)) {
        return reader.fileBytes() > 0;
      } catch (BadInputException notATrace) {
        return false;
      }
    }

    static ListedTrace of(Path file) {
      try (TraceReader reader = TraceReader.open(file)) {
        return new ListedTrace(
            file.toString(),
            reader.header().network(),
            reader.header().dataset(),
            reader.header().fingerprint(),
            reader.header().timesteps(),
            reader.footer().map(footer -> footer.inferences()).orElse(null),
            reader.footer().map(footer -> footer.spikes()).orElse(null),
            reader.fileBytes(),
            reader.footer().isEmpty());
      }
    }
  }
}
