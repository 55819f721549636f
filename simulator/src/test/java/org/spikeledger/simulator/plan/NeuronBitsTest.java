package org.spikeledger.simulator.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;

class NeuronBitsTest {

  @Test
  void runsWordsAndPixelsSetTheBitsThatSingleOnesWouldSet() {
    SplittableRandom random = new SplittableRandom(5);
    for (int channels : new int[] {1, 7, 63, 64, 65, 130, 200}) {
      NeuronBits bits = new NeuronBits(Layout.of(Shape.of(channels, 2, 3)));
      BitSet expected = new BitSet();
      for (int i = 0; i < 40; i++) {
        int pixel = random.nextInt(6);
        int first = random.nextInt(channels);
        int count = 1 + random.nextInt(channels - first);
        bits.setChannels(pixel, first, count);
        expected.set(pixel * channels + first, pixel * channels + first + count);
        assertEquals(expected.cardinality(), bits.count(), "channels=" + channels);
        long word = random.nextLong() >>> Math.max(0, Long.SIZE - (channels - first));
        bits.setWhere(pixel, first, word);
        for (int b = 0; b < Long.SIZE; b++) {
          if ((word >>> b & 1) == 1) {
            expected.set(pixel * channels + first + b);
          }
        }
        assertEquals(expected.cardinality(), bits.count(), "channels=" + channels);
        if (i % 8 == 7) {
          bits.clear();
          expected.clear();
        }
        boolean all = random.nextInt(3) == 0;
        bits.setPixel(pixel, all);
        expected.set(pixel * channels, (pixel + 1) * channels, all);
        assertEquals(expected.cardinality(), bits.count(), "channels=" + channels);
      }
    }
  }

  @Test
  void aCanonicalIndexIsAPixelAndAChannel() {
    Layout layout = Layout.of(Shape.of(70, 1, 2));
    NeuronBits one = new NeuronBits(layout);
    NeuronBits other = new NeuronBits(layout);
    one.set(69);
    other.setChannel(0, 69);
    other.setChannel(1, 0);
    one.or(other);
    assertEquals(2, one.count());
  }
}
