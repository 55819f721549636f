package org.spikeledger.tools.bench.machine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

class CpuTimeTest {

  private static final String SELF =
      "77 (a name) with (brackets) S 1 77 77 0 -1 4194560 9 8 7 6 %d %d %d %d 20 0 9 0 5 6 7"
          + " 18446744073709551615";

  private static CpuTime time(long user, long steal, long own, long seconds) {
    return CpuTime.parse(
        "cpu  %d 0 0 5000 30 0 0 %d 0 0%ncpu0 1 2 3 4 5 6 7 8 9 10%n".formatted(user, steal),
        SELF.formatted(own, 0, 0, 0),
        seconds * 1_000_000_000L);
  }

  @Test
  void whatOthersUsedIsWhatAllUsedWithoutUs() {
    CpuTime before = time(1000, 10, 100, 0);
    assertEquals(0, time(1200, 10, 300, 2).otherCoresSince(before), 1e-12);
    assertEquals(0.5, time(1300, 10, 300, 2).otherCoresSince(before), 1e-12);
  }

  @Test
  void timeThatTheHostTookCountsAsOthers() {
    CpuTime before = time(1000, 10, 100, 0);
    assertEquals(0.25, time(1200, 60, 300, 2).otherCoresSince(before), 1e-12);
  }

  @Test
  void childrenThatEndedCountAsUs() {
    String stat = "cpu  0 0 0 0 0 0 0 0 0 0\n";
    CpuTime time = CpuTime.parse(stat, SELF.formatted(1, 2, 30, 400), 0);
    assertEquals(433, time.own());
  }

  @Test
  void aLoadThatNobodyCanTellIsBusy() {
    assertTrue(OtherLoad.isBusy(OptionalDouble.empty()));
    assertTrue(OtherLoad.isBusy(OptionalDouble.of(0.11)));
    assertFalse(OtherLoad.isBusy(OptionalDouble.of(0.09)));
  }
}
