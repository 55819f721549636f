package org.spikeledger.tools.bench.run;

import org.spikeledger.models.BadInputException;

/**
 * How long and how often is measured.
 *
 * @param forks new virtual machines for each subject, at least 1
 * @param warmupIterations of each fork, at least 1
 * @param iterations measured in each fork, at least 1
 * @param milliseconds of an iteration, at least 1
 */
public record ForkSettings(int forks, int warmupIterations, int iterations, int milliseconds) {

  /** Checks the ranges. */
  public ForkSettings {
    check("forks", forks);
    check("warmupIterations", warmupIterations);
    check("iterations", iterations);
    check("milliseconds", milliseconds);
  }

  private static void check(String name, int value) {
    if (value < 1 || value > 100_000) {
      throw new BadInputException("%s lies in 1..100000: %s=%d".formatted(name, name, value));
    }
  }
}
