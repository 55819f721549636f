package org.spikeledger.traces;

import java.nio.file.Path;
import org.spikeledger.traces.record.TraceRecorder;

/** Records the same inferences again and again, in a process of its own, until it is killed. */
final class EndlessRecording {

  static final RandomRun RUN = RandomRun.withSeveralInferences();

  private EndlessRecording() {}

  /** Prints, after each inference, how many bytes the trace then has. */
  public static void main(String[] arguments) {
    try (TraceRecorder recorder = TraceRecorder.create(Path.of(arguments[0]), RUN.header())) {
      while (true) {
        RUN.deliverTo(
            (record, label) -> {
              recorder.onInference(record, label);
              System.out.println(recorder.bytes());
            });
      }
    }
  }
}
