package org.spikeledger.models;

/**
 * Input from outside that breaks a rule: a file, a network, a configuration, an argument.
 *
 * <p>The message is one line that a person can act on: the rule that was broken, then {@code
 * name=value}, then where (file, node, byte offset). The command line prints it and exits with 2.
 */
public final class BadInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Refuses an input with a one-line message. */
  public BadInputException(String message) {
    super(message);
  }

  /** Refuses an input with a one-line message and what lies beneath it. */
  public BadInputException(String message, Throwable cause) {
    super(message, cause);
  }
}
