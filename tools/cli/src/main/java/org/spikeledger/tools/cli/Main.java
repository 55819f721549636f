package org.spikeledger.tools.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ServiceLoader;
import org.spikeledger.tools.cli.command.ExitCode;
import org.spikeledger.tools.cli.command.OneLine;
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
   * Runs one command within this process. Numbers are formatted alike from then on, whatever the
   * user's language.
   *
   * @param out receives the answer and nothing else
   * @param err receives messages, warnings and progress
   * @return the exit code, as {@link org.spikeledger.tools.cli.command.ExitCode} lists them
   */
  public static int run(PrintWriter out, PrintWriter err, String... arguments) {
    Locale.setDefault(Locale.Category.FORMAT, Locale.ROOT);
    CommandLine line = commandLine();
    line.setOut(out);
    line.setErr(err);
    int exitCode = execute(line, arguments);
    if (out.checkError()) {
      err.println("standard output must take the whole answer: it is full or was closed");
      exitCode = ExitCode.BAD_INPUT;
    }
    err.flush();
    return exitCode;
  }

  /** picocli hands over exceptions, but no errors. */
  private static int execute(CommandLine line, String... arguments) {
    try {
      return line.execute(arguments);
    } catch (OutOfMemoryError _) {
      line.getErr()
          .println(
              "there must be enough memory: heap=%d MiB; JAVA_TOOL_OPTIONS=-Xmx8g gives more"
                  .formatted(Runtime.getRuntime().maxMemory() >> 20));
      return ExitCode.BAD_INPUT;
    } catch (Error fatal) {
      line.getErr().println(OneLine.of("this is a bug of ours: " + fatal));
      return ExitCode.BUG;
    }
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
