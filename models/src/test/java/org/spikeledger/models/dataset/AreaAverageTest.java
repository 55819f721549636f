package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AreaAverageTest {

  @Test
  void halfTheSideIsTheMeanOfFourRoundedHalfUp() {
    int[] from = {0, 1, 10, 20, 1, 0, 30, 40, 255, 255, 0, 0, 255, 255, 0, 1};
    byte[] into = new byte[5];
    AreaAverage.resize(from, 4, 2, into, 1);
    assertArrayEquals(new byte[] {0, 1, 25, (byte) 255, 0}, into);
  }

  @Test
  void anySideIsTheMeanOverFinelyCutPixels() {
    long seed = 11;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 50; i++) {
      int side = 1 + random.nextInt(9);
      int target = 1 + random.nextInt(9);
      int[] from = random.ints((long) side * side, 0, 256).toArray();
      byte[] into = new byte[target * target];
      AreaAverage.resize(from, side, target, into, 0);
      for (int pixel = 0; pixel < into.length; pixel++) {
        // Each old pixel is cut into target x target parts: a new one covers side x side of these.
        double sum = 0;
        for (int part = 0; part < side * side; part++) {
          int row = (pixel / target * side + part / side) / target;
          int column = (pixel % target * side + part % side) / target;
          sum += from[row * side + column];
        }
        assertEquals(
            (int) Math.floor(sum / (side * side) + 0.5),
            Byte.toUnsignedInt(into[pixel]),
            "seed=%d side=%d target=%d pixel=%d".formatted(seed, side, target, pixel));
      }
    }
  }
}
