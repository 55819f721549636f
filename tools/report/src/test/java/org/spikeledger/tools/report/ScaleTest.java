package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class ScaleTest {

  @Test
  void valuesThatAreNoNumbersDoNotCount() {
    assertEquals(
        Scale.of(List.of(1.0, 2.0)),
        Scale.of(List.of(1.0, Double.NaN, 2.0, Double.POSITIVE_INFINITY)));
    assertEquals(Scale.of(List.of()), Scale.of(List.of(Double.NaN)));
  }

  @Test
  void anAxisNeedNotStartAtZero() {
    Scale scale = Scale.of(List.of(91.2, 93.9));
    assertEquals("91.0", scale.label(0));
    assertEquals("91.5", scale.label(1));
    assertEquals(0, scale.share(91));
  }

  @Test
  void everyAxisHoldsItsValuesInFewRoundSteps() {
    long seed = 3;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 1000; i++) {
      double low = (random.nextDouble() - 0.3) * Math.pow(10, random.nextInt(7) - 3.0);
      double high = low + random.nextDouble() * Math.pow(10, random.nextInt(7) - 3.0);
      Scale scale = Scale.of(List.of(high, low));
      String message = "seed=%d low=%s high=%s %s".formatted(seed, low, high, scale);
      assertTrue(scale.share(low) >= -1e-6 && scale.share(high) <= 1 + 1e-6, message);
      assertTrue(scale.steps() >= 1 && scale.steps() <= 6, message);
    }
  }

  @Test
  void oneValueAndNoneHaveAnAxisToo() {
    assertTrue(Scale.of(List.of(0.0)).share(0) >= 0);
    assertTrue(Scale.of(List.of(90.0)).share(90) <= 1);
    assertEquals(1, Scale.of(List.of()).share(1));
    assertEquals(1, Scale.counting(0).steps());
    assertEquals("60", Scale.counting(55).label(6));
  }
}
