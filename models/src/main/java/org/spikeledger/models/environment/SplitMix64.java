package org.spikeledger.models.environment;

/**
 * Random numbers that are the same on every machine and in every release: SplitMix64 as Steele, Lea
 * and Flood published it (OOPSLA 2014), written out here because a library's generator may change.
 */
final class SplitMix64 {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix64(long seed) {
    state = seed;
  }

  /** The next 64 bits. */
  long next() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from low, inclusive, to high, exclusive, in steps of (high - low) / 2^53. */
  double between(double low, double high) {
    return low + (high - low) * ((next() >>> 11) * 0x1p-53);
  }

  /** A whole number from low to high, both inclusive; their distance is far below 2^32. */
  int between(int low, int high) {
    long choices = (long) high - low + 1;
    return (int) (low + (((next() >>> Integer.SIZE) * choices) >>> Integer.SIZE));
  }
}
