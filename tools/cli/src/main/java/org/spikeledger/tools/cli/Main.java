package org.spikeledger.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.spikeledger.tools.cli.command.Subcommand;
import picocli.CommandLine;

/** The program's entry. */
public final class Main {

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  public static void main(String[] arguments) {
    int exitCode =
        run(
            new PrintWriter(System.out, true, StandardCharsets.UTF_8),
            new PrintWriter(System.err, true, StandardCharsets.UTF_8),
            arguments);
    System.exit(exitCode);
  }

  /**
   * Runs one command within this process.
   *
   * @param out receives the answer and nothing else
   * @param err receives messages, warnings and progress
   * @return the exit code, as {@link org.spikeledger.tools.cli.command.ExitCode} lists them
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    CommandLine line = commandLine();
    line.setOut(out);
    line.setErr(err);
    int exitCode = line.execute(arguments);
    out.flush();
    err.flush();
    return exitCode;
  }

  /** The whole tree of commands, those found by {@link ServiceLoader} under the root. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Spikeledger());
    ServiceLoader.load(Subcommand.class).forEach(line::addSubcommand);
    line.setParameterExceptionHandler(new UsageErrors());
    line.setExecutionExceptionHandler(new CommandErrors());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    return line;
  }
}
