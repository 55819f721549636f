package org.spikeledger.tools.cli.trace;

import org.spikeledger.tools.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** {@code trace}. */
@Command(
    name = "trace",
    description = "Recorded runs: look, verify, replay, compare, export, list.",
    subcommands = {
      TraceInfoCommand.class,
      TraceVerifyCommand.class,
      TraceReplayCommand.class,
      TraceCompareCommand.class,
      TraceExportCommand.class,
      TraceListCommand.class
    },
    footer = {"", "Example: spikeledger trace verify run.trace"})
public final class TraceCommand extends CommandGroup {

  /** For picocli. */
  public TraceCommand() {}
}
