package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CorrelationTest {

  @Test
  void aSideThatDoesNotVaryHasNoneHoweverItsSumsRound() {
    Correlation correlation = new Correlation();
    for (int i = 0; i < 100_000; i++) {
      correlation.add(0.2f, i % 7);
    }
    assertTrue(correlation.value().isEmpty(), () -> "" + correlation.value());
  }

  @Test
  void aLineHasOne() {
    Correlation correlation = new Correlation();
    for (int i = 0; i < 10; i++) {
      correlation.add(i, 3 - 2 * i);
    }
    assertEquals(-1, correlation.value().orElseThrow(), 1e-12);
  }
}
