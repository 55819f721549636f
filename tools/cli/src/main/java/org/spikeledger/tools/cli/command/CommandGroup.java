package org.spikeledger.tools.cli.command;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** A command that only gathers others, such as {@code trace}. */
public abstract class CommandGroup implements Subcommand, Runnable {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  /** For picocli. */
  protected CommandGroup() {}

  @Override
  public final void run() {
    throw new ParameterException(
        spec.commandLine(),
        "one of its commands is needed: " + String.join(", ", spec.subcommands().keySet()));
  }
}
