package org.spikeledger.tools.cli.command;

/** How a command ends. */
public final class ExitCode {

  /** Done; where something was asked, the answer is yes. */
  public static final int DONE = 0;

  /** Done, and the answer is no: a digest differs, a check fails. */
  public static final int NO = 1;

  /** The input or the usage is wrong; one line on standard error says how. */
  public static final int BAD_INPUT = 2;

  /** The program failed where it should not. */
  public static final int BUG = 3;

  private ExitCode() {}
}
