package org.spikeledger.tools.cli.demo;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;
import org.spikeledger.simulator.run.EngineChoice;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.tools.cli.run.PreparedRun;
import org.spikeledger.tools.report.Figures;
import org.spikeledger.traces.format.TracedInference;
import org.spikeledger.traces.replay.TraceReader;

/**
 * A trace's first inferences, run again by the plain reference simulator, which shares no plan and
 * no kernel with the engine that recorded them.
 *
 * @param file the trace
 * @param replayed inferences run again
 * @param agreeing those with the recorded digest
 */
record ReplayCheck(String file, int replayed, int agreeing) {

  static ReplayCheck of(PreparedRun run, Path trace, int most) {
    EngineFactory engines =
        new EngineFactory(
            run.network().graph(),
            run.inputs().kind(),
            run.settings().withEngine(EngineChoice.REFERENCE));
    Engine engine = engines.create();
    InferenceRecord rerun = engine.newRecord();
    int replayed = 0;
    int agreeing = 0;
    try (TraceReader reader = TraceReader.open(trace)) {
      Optional<TracedInference> next = reader.next();
      while (next.isPresent() && replayed < most) {
        InferenceRecord recorded = next.get().record();
        engine.run(recorded.sample(), recorded.input(), rerun);
        replayed++;
        agreeing += Arrays.equals(recorded.digest(), rerun.digest()) ? 1 : 0;
        next = reader.next();
      }
    }
    return new ReplayCheck(trace.toString(), replayed, agreeing);
  }

  boolean agrees() {
    return agreeing == replayed;
  }

  String text() {
    return "trace       %s: %s of %s inferences, run again by the reference simulator, agree"
        .formatted(
            Path.of(file).toAbsolutePath(), Figures.whole(agreeing), Figures.whole(replayed));
  }
}
