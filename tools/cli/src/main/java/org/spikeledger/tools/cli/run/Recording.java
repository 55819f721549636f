package org.spikeledger.tools.cli.run;

import java.nio.file.Path;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.simulator.digest.Fingerprint;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.tools.cli.command.Version;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.record.TraceRecorder;

/** Starts the trace of a run. */
public final class Recording {

  private Recording() {}

  /** A recorder for a run, to be listed among its listeners. */
  public static TraceRecorder of(PreparedRun run, Path file) {
    Graph graph = run.network().graph();
    InputSource inputs = run.inputs();
    int timesteps = run.settings().timesteps();
    return TraceRecorder.create(
        file,
        new TraceHeader(
            run.network().name(),
            inputs.name(),
            Fingerprint.of(graph, inputs.encoder(), timesteps),
            timesteps,
            Fingerprint.FLOAT32,
            graph.shape(graph.inputName()),
            inputs.kind(),
            run.settings().digestPotentials(),
            TraceHeader.layersOf(graph, inputs.kind()),
            Version.current(),
            Fingerprint.SEMANTICS_VERSION));
  }
}
