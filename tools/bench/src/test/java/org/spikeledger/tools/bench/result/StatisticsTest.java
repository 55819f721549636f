package org.spikeledger.tools.bench.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class StatisticsTest {

  @Test
  void theMedianIsTheMiddleOneOrTheMeanOfTheMiddleTwo() {
    assertEquals(2, Statistics.median(List.of(9.0, 1.0, 2.0)));
    assertEquals(3, Statistics.median(List.of(9.0, 1.0, 2.0, 4.0)));
  }

  @Test
  void aStraightLineIsFound() {
    LinearFit fit = LinearFit.of(List.of(0.0, 0.1, 0.5), List.of(3.0, 5.0, 13.0));
    assertEquals(3, fit.intercept(), 1e-12);
    assertEquals(20, fit.slope(), 1e-12);
    assertEquals(1, fit.r2(), 1e-12);
  }

  @Test
  void whatIsNotALineExplainsLessThanAll() {
    // By hand: the slope of (0, 0), (1, 1), (2, 0) is 0, so a line explains nothing.
    LinearFit fit = LinearFit.of(List.of(0.0, 1.0, 2.0), List.of(0.0, 1.0, 0.0));
    assertEquals(0, fit.r2(), 1e-12);
    assertEquals(1.0 / 3, fit.intercept(), 1e-12);
  }
}
