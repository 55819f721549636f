package org.spikeledger.models.environment;

import java.util.Optional;
import org.spikeledger.models.BadInputException;

/**
 * An environment as a person names it: {@code cartpole}, {@code cartpole-positions}, {@code pong},
 * {@code pipe:COMMAND}.
 *
 * @param kind what it is
 * @param command the process of a pipe, with its arguments; empty for the others
 */
public record EnvironmentSpecification(Kind kind, Optional<String> command) {

  /** The environments that can be named. */
  public enum Kind {
    /** {@link CartPole} with all four values. */
    CARTPOLE("cartpole"),
    /** {@link CartPole} without velocities. */
    CARTPOLE_POSITIONS("cartpole-positions"),
    /** {@link Pong}. */
    PONG("pong"),
    /** {@link PipeEnvironment}. */
    PIPE("pipe");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private static final String PIPE_PREFIX = "pipe:";

  private static final String KNOWN = "cartpole, cartpole-positions, pong, pipe:COMMAND";

  /**
   * Understands a name.
   *
   * @throws BadInputException for others, listing what is known
   */
  public static EnvironmentSpecification parse(String text) {
    if (text.startsWith(PIPE_PREFIX) && !text.substring(PIPE_PREFIX.length()).isBlank()) {
      return new EnvironmentSpecification(
          Kind.PIPE, Optional.of(text.substring(PIPE_PREFIX.length())));
    }
    for (Kind kind : Kind.values()) {
      if (kind != Kind.PIPE && kind.key.equals(text)) {
        return new EnvironmentSpecification(kind, Optional.empty());
      }
    }
    throw new BadInputException(
        "the environment is not known: environment=" + text + " known=" + KNOWN);
  }

  /**
   * A new environment, for one thread; the caller closes it.
   *
   * @throws BadInputException where a pipe's process does not start or speak as it should
   */
  public Environment open() {
    return switch (kind) {
      case CARTPOLE -> new CartPole(CartPoleObservation.ALL);
      case CARTPOLE_POSITIONS -> new CartPole(CartPoleObservation.POSITIONS);
      case PONG -> new Pong();
      case PIPE -> new PipeEnvironment(command.orElseThrow());
    };
  }

  /** The name as {@link #parse} understands it. */
  @Override
  public String toString() {
    return command.map(each -> PIPE_PREFIX + each).orElse(kind.key);
  }
}
