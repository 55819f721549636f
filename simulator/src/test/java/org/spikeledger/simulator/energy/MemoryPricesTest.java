package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Prices of a word by the size of its buffer. */
class MemoryPricesTest {

  private static final MemoryPrices PRICES = CostModels.paper().memory();

  /** 64-bit accesses cost 10, 20 and 100 pJ at 8 KiB, 32 KiB and 1 MiB; a 32-bit word half. */
  @ParameterizedTest
  @CsvSource({
    "0, 0", // nothing
    "1024, 2.5", // 4 KiB, half way to 8 KiB
    "2048, 5", // 8 KiB
    "5120, 7.5", // 20 KiB, half way from 8 to 32 KiB
    "8192, 10", // 32 KiB
    "135168, 30", // 528 KiB, half way from 32 KiB to 1 MiB
    "262144, 50", // 1 MiB
    "262145, 640" // 1 MiB and a word: DRAM
  })
  void aWordOf32BitsCostsHalfAnAccessAtTheBuffersSize(long words, double expectedPj) {
    assertEquals(expectedPj, PRICES.wordPj(words, 32), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({
    "8192, 1.25", // 8 KiB: 10 * 8 / 64
    "1048576, 12.5", // 1 MiB: 100 * 8 / 64
    "1048577, 160" // beyond: 640 * 8 / 32
  })
  void aWordOf8BitsCostsItsShareOfTheAccess(long words, double expectedPj) {
    assertEquals(expectedPj, PRICES.wordPj(words, 8), 1e-12);
  }

  @ParameterizedTest
  @CsvSource({"262144", "262145", "2147483648"})
  void constantKeepsThePriceOfTheLargestSram(long words) {
    assertEquals(50, PRICES.beyondSram(BeyondSram.CONSTANT).wordPj(words, 32), 1e-12);
  }
}
