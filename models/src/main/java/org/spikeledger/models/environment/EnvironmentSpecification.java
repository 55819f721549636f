package org.spikeledger.models.environment;

import org.spikeledger.models.BadInputException;

/**
 * An environment as a person names it: {@code cartpole}, {@code cartpole-positions}, {@code pong}.
 *
 * @param kind what it is
 */
public record EnvironmentSpecification(Kind kind) {

  /** The environments that can be named. */
  public enum Kind {
    /** {@link CartPole} with all four values. */
    CARTPOLE("cartpole"),
    /** {@link CartPole} without velocities. */
    CARTPOLE_POSITIONS("cartpole-positions"),
    /** {@link Pong}. */
    PONG("pong");

    private final String key;

    Kind(String key) {
      this.key = key;
    }
  }

  private static final String KNOWN = "cartpole, cartpole-positions, pong";

  /**
   * Understands a name.
   *
   * @throws BadInputException for others, listing what is known
   */
  public static EnvironmentSpecification parse(String text) {
    for (Kind kind : Kind.values()) {
      if (kind.key.equals(text)) {
        return new EnvironmentSpecification(kind);
      }
    }
    throw new BadInputException(
        "the environment is not known: environment=" + text + " known=" + KNOWN);
  }

  /** A new environment, for one thread; the caller closes it. */
  public Environment open() {
    return switch (kind) {
      case CARTPOLE -> new CartPole(CartPoleObservation.ALL);
      case CARTPOLE_POSITIONS -> new CartPole(CartPoleObservation.POSITIONS);
      case PONG -> new Pong();
    };
  }

  /** The name as {@link #parse} understands it. */
  @Override
  public String toString() {
    return kind.key;
  }
}
