package org.spikeledger.tools.cli.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.spikeledger.tools.cli.json.Json;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A command with an answer: text for people, or with {@code --json} exactly one object on standard
 * output. Messages go to standard error in both cases.
 */
public abstract class AnsweringCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help.")
  @SuppressWarnings("UnusedVariable")
  private boolean help;

  @Option(
      names = "--json",
      description = "Write one JSON object on standard output and nothing else there.")
  private boolean json;

  @Option(names = "--stacktrace", description = "Show where an error arose.")
  @SuppressWarnings("UnusedVariable")
  private boolean stackTrace;

  /** For picocli, which fills the options. */
  protected AnsweringCommand() {}

  /** Does the work. */
  protected abstract Answer answer() throws IOException;

  @Override
  public final Integer call() throws IOException {
    Answer answer = answer();
    PrintWriter out = spec.commandLine().getOut();
    out.println(json ? Json.write(answer.json()) : printable(answer.text()));
    return answer.exitCode();
  }

  /** A name in a file may hold what a terminal would obey. */
  private static String printable(String text) {
    return text.stripTrailing().replaceAll("[\\p{Cntrl}&&[^\n\t]]", "?");
  }

  /** Tells something on standard error, in one line. */
  protected final void tell(String message) {
    spec.commandLine().getErr().println(OneLine.of(message));
  }

  /** Warns on standard error, in one line. */
  protected final void warn(String message) {
    tell("warning: " + message);
  }
}
