package org.spikeledger.simulator.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

/** Images as spikes. */
class EncodersTest {

  private static final Shape MAP = Shape.of(2, 3, 4);
  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  @Test
  void aPixelOfZeroNeverSpikesAndOneOf255AtEveryTimestep() {
    byte[] image = new byte[MAP.size()];
    image[5] = (byte) 255;
    EventInput encoded = new RateEncoder(MAP, 40, 3).encode(image, 0);
    assertEquals(40, encoded.size());
    for (int e = 0; e < 40; e++) {
      // NIR index 5 is channel 0, row 1, column 1: pixel 5, two channels a pixel.
      assertEquals(10, encoded.index(e));
    }
    assertEquals(ValueKind.BINARY, encoded.kind());
  }

  @Test
  void theRateIsTheBrightness() {
    Shape shape = Shape.of(1, 32, 32);
    for (int brightness : new int[] {1, 26, 128, 250}) {
      byte[] image = new byte[shape.size()];
      Arrays.fill(image, (byte) brightness);
      int draws = 50 * shape.size();
      double rate = new RateEncoder(shape, 50, 11).encode(image, 4).size() / (double) draws;
      double expected = brightness / 255.0;
      double deviation = Math.sqrt(expected * (1 - expected) / draws);
      assertEquals(expected, rate, 4 * deviation, "brightness=" + brightness + " seed=11");
    }
  }

  @Test
  void aStreamDependsOnSeedSampleTimestepAndNeuronAlone() {
    byte[] image = new byte[MAP.size()];
    Arrays.fill(image, (byte) 100);
    EventInput shorter = new RateEncoder(MAP, 3, 5).encode(image, 7);
    EventInput longer = new RateEncoder(MAP, 9, 5).encode(image, 7);
    assertArrayEquals(timesteps(shorter, 3), timesteps(longer, 3));
    assertFalse(
        Arrays.equals(shorter.digest(), new RateEncoder(MAP, 3, 6).encode(image, 7).digest()));
    assertFalse(
        Arrays.equals(shorter.digest(), new RateEncoder(MAP, 3, 5).encode(image, 8).digest()));
  }

  @Test
  void theRandomBitsAreThoseOfTheDocumentedMixture() {
    long seed = -3;
    long sample = 12345678901L;
    CounterRandom random = new CounterRandom(seed, sample);
    for (int timestep : new int[] {0, 1, 65535}) {
      for (int neuron : new int[] {0, 1, 1 << 24}) {
        BigInteger h = mix(BigInteger.valueOf(seed).add(new BigInteger("9E3779B97F4A7C15", 16)));
        h = mix(h.xor(BigInteger.valueOf(sample)));
        h = mix(h.xor(BigInteger.valueOf(timestep).shiftLeft(32).add(BigInteger.valueOf(neuron))));
        assertEquals(h.shiftRight(32).longValueExact(), random.bits(timestep, neuron));
      }
    }
  }

  @Test
  void theBrighterPixelSpikesEarlier() {
    byte[] image = new byte[MAP.size()];
    image[0] = (byte) 255;
    image[1] = (byte) 128;
    image[2] = 1;
    image[3] = (byte) 191;
    EventInput encoded = new LatencyEncoder(MAP, 5).encode(image, 0);
    assertArrayEquals(new int[][] {{0}, {6}, {2}, {}, {4}}, timesteps(encoded, 5));
    EventInput once = new LatencyEncoder(MAP, 1).encode(image, 0);
    assertArrayEquals(new int[][] {{0, 2, 4, 6}}, timesteps(once, 1));
  }

  @Test
  void encodingsAreKnownByName() {
    Normalisation none = new Normalisation(List.of(0.0, 0.0), List.of(1.0, 1.0));
    for (Encoding encoding : Encoding.values()) {
      assertEquals(encoding, Encoding.of(encoding.key()));
      if (encoding != Encoding.EVENTS) {
        ImageEncoder encoder = encoding.ofImages(MAP, none, 4, 9);
        assertTrue(encoder.description().startsWith(encoding.key()), encoder.description());
        byte[] bright = new byte[MAP.size()];
        Arrays.fill(bright, (byte) 200);
        assertEquals(encoder.kind(), encoder.encode(bright, 0).kind());
      }
    }
    assertThrows(BadInputException.class, () -> Encoding.EVENTS.ofImages(MAP, none, 4, 9));
    assertEquals(
        "the encoding is not known: encoding=burst known=direct, rate, latency, events",
        assertThrows(BadInputException.class, () -> Encoding.of("burst")).getMessage());
  }

  /** SplitMix64's finaliser in whole numbers of any length. */
  private static BigInteger mix(BigInteger value) {
    BigInteger z = value.mod(WORD);
    z = z.xor(z.shiftRight(30)).multiply(new BigInteger("BF58476D1CE4E5B9", 16)).mod(WORD);
    z = z.xor(z.shiftRight(27)).multiply(new BigInteger("94D049BB133111EB", 16)).mod(WORD);
    return z.xor(z.shiftRight(31));
  }

  private static int[][] timesteps(EventInput input, int count) {
    int[][] all = new int[count][];
    for (int t = 0; t < count; t++) {
      all[t] = new int[input.start(t + 1) - input.start(t)];
      for (int i = 0; i < all[t].length; i++) {
        all[t][i] = input.index(input.start(t) + i);
      }
    }
    return all;
  }
}
