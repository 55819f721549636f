package org.spikeledger.tools.cli;

import org.spikeledger.tools.cli.command.ExitCode;
import org.spikeledger.tools.cli.command.OneLine;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;

/** Answers a command line that cannot be understood: one line on standard error. */
final class UsageErrors implements IParameterExceptionHandler {

  @Override
  public int handleParseException(ParameterException exception, String[] arguments) {
    CommandLine line = exception.getCommandLine();
    line.getErr()
        .printf(
            "%s (%s --help)%n",
            OneLine.of(exception.getMessage()), line.getCommandSpec().qualifiedName());
    return ExitCode.BAD_INPUT;
  }
}
