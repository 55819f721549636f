package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Units by the size of the energy. */
class EnergyUnitTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0.000 pJ",
    "999, 999.000 pJ",
    "1000, 1.000 nJ",
    "1234567, 1.235 µJ",
    "999999999999, '1,000.000 mJ'",
    "1e15, '1,000.000 J'"
  })
  void theUnitIsTheLargestOfWhichThereIsOne(double energyPj, String text) {
    assertEquals(text, EnergyUnit.of(energyPj).withSymbol(energyPj));
  }
}
