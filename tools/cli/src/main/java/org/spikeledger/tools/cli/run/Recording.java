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
    return TraceRecorder.create(file, header(run));
  }

  /** A recorder that keeps digests in place of inputs. */
  static TraceRecorder withoutInputs(PreparedRun run, Path file) {
    return TraceRecorder.create(file, header(run).withoutInputs());
  }

  private static TraceHeader header(PreparedRun run) {
    return TraceHeader.of(
        run.network().graph(),
        run.network().name(),
        run.inputs(),
        run.settings(),
        Version.current());
  }
}
