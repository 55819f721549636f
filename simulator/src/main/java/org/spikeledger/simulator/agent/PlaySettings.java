package org.spikeledger.simulator.agent;

import org.spikeledger.models.BadInputException;

/**
 * Which episodes are played. Threads change how long it takes, nothing else.
 *
 * @param seed of the first episode; each further one's is one more
 * @param episodes 1..1,000,000
 * @param threads episodes side by side, 1..1024
 */
public record PlaySettings(long seed, int episodes, int threads) {

  /** Checks the ranges. */
  public PlaySettings {
    check("episodes", episodes, 1_000_000);
    check("threads", threads, 1024);
  }

  private static void check(String name, int value, int most) {
    if (value < 1 || value > most) {
      throw new BadInputException("%s lies in 1..%d: %s=%d".formatted(name, most, name, value));
    }
  }
}
