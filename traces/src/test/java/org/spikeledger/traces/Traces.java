package org.spikeledger.traces;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.record.TraceRecorder;
import org.spikeledger.traces.replay.TraceReader;

/** Records random runs and reads traces back as texts. */
final class Traces {

  private Traces() {}

  static List<String> record(RandomRun run, Path file) {
    List<String> recorded = new ArrayList<>();
    try (TraceRecorder recorder = TraceRecorder.create(file, run.header())) {
      run.deliverTo(
          (record, label) -> {
            recorder.onInference(record, label);
            recorded.add(Inferences.text(record, label, run.header().inputsKept()));
          });
      recorder.complete();
    }
    return recorded;
  }

  static List<String> read(Path file) {
    List<String> found = new ArrayList<>();
    readInto(file, found);
    return found;
  }

  /** What was read before a refusal stays in the list. */
  static void readInto(Path file, List<String> found) {
    try (TraceReader reader = TraceReader.open(file)) {
      Optional<TracedInference> next = reader.next();
      while (next.isPresent()) {
        found.add(Inferences.text(next.get()));
        next = reader.next();
      }
    }
  }
}
