package org.spikeledger.tools.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import org.spikeledger.models.BadInputException;
import org.spikeledger.tools.cli.command.ExitCode;
import org.spikeledger.tools.cli.command.OneLine;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/**
 * Answers a command that failed. Bad input is told in one line; so is what a file system refused;
 * anything else is a bug of ours and says so, with the stack trace on request.
 */
final class CommandErrors implements IExecutionExceptionHandler {

  private static final String STACK_TRACE_OPTION = "--stacktrace";

  @Override
  public int handleExecutionException(
      Exception exception, CommandLine line, ParseResult parseResult) {
    PrintWriter err = line.getErr();
    int exitCode = tell(exception, err);
    if (isStackTraceWanted(parseResult)) {
      exception.printStackTrace(err);
    }
    return exitCode;
  }

  private static int tell(Exception exception, PrintWriter err) {
    return switch (exception) {
      case BadInputException bad -> {
        err.println(OneLine.of(bad.getMessage()));
        yield ExitCode.BAD_INPUT;
      }
      case UncheckedIOException refused -> tellRefusal(refused.getCause(), err);
      case IOException refused -> tellRefusal(refused, err);
      default -> {
        err.println(
            OneLine.of(
                "this is a bug of ours (%s shows where): %s: %s"
                    .formatted(
                        STACK_TRACE_OPTION,
                        exception.getClass().getName(),
                        exception.getMessage())));
        yield ExitCode.BUG;
      }
    };
  }

  private static int tellRefusal(IOException refused, PrintWriter err) {
    err.println(OneLine.of(text(refused)));
    return ExitCode.BAD_INPUT;
  }

  private static String text(IOException refused) {
    return refused instanceof FileSystemException file
        ? "a file or folder must be usable: file=%s cause=%s".formatted(file.getFile(), cause(file))
        : "a file must be readable or writable: " + refused.getMessage();
  }

  private static String cause(FileSystemException refused) {
    return switch (refused) {
      case NoSuchFileException _ -> "it does not exist";
      case FileAlreadyExistsException _ -> "it exists and is no folder";
      case NotDirectoryException _ -> "it is no folder";
      case AccessDeniedException _ -> "access is denied";
      default -> refused.getReason();
    };
  }

  private static boolean isStackTraceWanted(ParseResult parseResult) {
    for (ParseResult at = parseResult; at != null; at = at.subcommand()) {
      if (at.hasMatchedOption(STACK_TRACE_OPTION)) {
        return true;
      }
    }
    return false;
  }
}
