package org.spikeledger.tools.cli.zoo;

import org.spikeledger.tools.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** {@code zoo}. */
@Command(
    name = "zoo",
    description = "The trained networks at hand.",
    subcommands = {ZooListCommand.class, ZooShowCommand.class},
    footer = {"", "Example: spikeledger zoo list"})
public final class ZooCommand extends CommandGroup {

  /** For picocli. */
  public ZooCommand() {}
}
