package org.spikeledger.tools.cli.nir;

import org.spikeledger.tools.cli.command.CommandGroup;
import picocli.CommandLine.Command;

/** {@code nir}. */
@Command(
    name = "nir",
    description = "Network files in the Neuromorphic Intermediate Representation.",
    subcommands = {
      NirShowCommand.class,
      NirCheckCommand.class,
      NirDiffCommand.class,
      NirConvertCommand.class
    },
    footer = {"", "Example: spikeledger nir show zoo:fashion-mnist-t1"})
public final class NirCommand extends CommandGroup {

  /** For picocli. */
  public NirCommand() {}
}
