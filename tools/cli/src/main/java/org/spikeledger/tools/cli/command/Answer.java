package org.spikeledger.tools.cli.command;

/**
 * What a command found, in both its forms.
 *
 * @param json an object for Jackson, written with {@code --json}
 * @param text for people, written without
 * @param exitCode {@link ExitCode#DONE} or {@link ExitCode#NO}
 */
public record Answer(Object json, String text, int exitCode) {

  /** Done, or yes. */
  public static Answer done(Object json, String text) {
    return new Answer(json, text, ExitCode.DONE);
  }

  /** Yes or no. */
  public static Answer of(boolean yes, Object json, String text) {
    return new Answer(json, text, yes ? ExitCode.DONE : ExitCode.NO);
  }
}
