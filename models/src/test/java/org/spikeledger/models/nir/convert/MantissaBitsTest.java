package org.spikeledger.models.nir.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MantissaBitsTest {

  @ParameterizedTest
  @CsvSource({
    "1.0, 1.0",
    "1.25, 1.25",
    "1.125, 1.0",
    "1.375, 1.5",
    "1.1251, 1.25",
    "-1.375, -1.5",
    "1.9, 2.0",
    "0.0, 0.0",
    "-0.0, -0.0"
  })
  void twoBitsAreRoundedHalfToEven(float value, float expected) {
    assertEquals(expected, new MantissaBits(2).round(value));
  }

  @Test
  void tenBitsAreOffByHalfAUnitAtMostAndStayWhenRoundedAgain() {
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    MantissaBits rounding = new MantissaBits(10);
    for (int i = 0; i < 10_000; i++) {
      float value = (float) random.nextGaussian();
      float rounded = rounding.round(value);
      double unit = Math.scalb(1.0, Math.getExponent(value) - 10);
      assertTrue(Math.abs(rounded - value) <= unit / 2, "seed=" + seed + " value=" + value);
      assertEquals(0, Float.floatToRawIntBits(rounded) & 0x1fff, "value=" + value);
      assertEquals(rounded, rounding.round(rounded));
    }
  }

  @Test
  void allBitsChangeNothing() {
    assertEquals(0.1f, new MantissaBits(23).round(0.1f));
  }
}
