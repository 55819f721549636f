package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Round ticks that hold every value. */
class AxisTest {

  @ParameterizedTest
  @CsvSource({
    "0.21, 0.05, 5, 0.25",
    "1, 0.2, 5, 1.0",
    "33.2, 10, 4, 40",
    "0.0004, 0.0001, 4, 0.0004",
    "1234, 500, 3, 1500",
    "0, 1, 1, 1"
  })
  void theAxisEndsAtTheRoundNumberAbove(double largest, double step, int steps, String last) {
    Axis axis = Axis.upTo(largest);

    assertEquals(step, axis.step(), 1e-12);
    assertEquals(steps, axis.steps());
    assertEquals(last, axis.label(axis.steps()));
    assertTrue(axis.share(largest) <= 1 + 1e-12);
  }
}
