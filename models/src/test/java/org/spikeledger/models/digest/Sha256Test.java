package org.spikeledger.models.digest;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class Sha256Test {

  @Test
  void everyNanCountsAsOneAndZerosOfEitherSignAsTwo() {
    assertArrayEquals(of(Float.NaN), of(Float.intBitsToFloat(0xffc00000)));
    assertFalse(Arrays.equals(of(0f), of(-0f)));
  }

  private static byte[] of(float value) {
    Sha256 digest = new Sha256();
    digest.putFloat(value);
    return digest.finish();
  }
}
