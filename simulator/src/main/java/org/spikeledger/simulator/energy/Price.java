package org.spikeledger.simulator.energy;

import org.spikeledger.models.BadInputException;

/** The rule that every price keeps. */
final class Price {

  private Price() {}

  static void check(String field, double pj) {
    if (!(pj >= 0 && pj < Double.POSITIVE_INFINITY)) {
      throw new BadInputException(
          "a price must be finite and at least 0: field=%s value=%s".formatted(field, pj));
    }
  }
}
