package org.spikeledger.tools.cli.run;

import java.nio.file.Path;
import org.spikeledger.tools.cli.command.Version;
import org.spikeledger.traces.format.TraceHeader;
import org.spikeledger.traces.record.TraceRecorder;

/** Starts the trace of a run. */
public final class Recording {

  private Recording() {}

  /** A recorder for a run, to be listed among its listeners. */
  public static TraceRecorder of(PreparedRun run, Path file) {
    TraceHeader header =
        TraceHeader.of(
            run.network().graph(),
            run.network().name(),
            run.inputs(),
            run.settings(),
            Version.current());
    return TraceRecorder.create(file, header);
  }
}
