package org.spikeledger.simulator.encode;

/**
 * Random bits by where they are used, not by when they are drawn: the same for any order, number of
 * threads and machine. The counter is (seed, sample, timestep, neuron), taken up in turn by the
 * finaliser of SplitMix64 (Steele, Lea, Flood 2014):
 *
 * <pre>{@code
 * h = mix(seed + 0x9E3779B97F4A7C15)
 * h = mix(h ^ sample)
 * h = mix(h ^ (timestep * 2^32 + neuron))
 * }</pre>
 */
final class CounterRandom {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private final long ofSample;

  CounterRandom(long seed, long sample) {
    ofSample = mix(mix(seed + GOLDEN_GAMMA) ^ sample);
  }

  /** 32 random bits, as a number from 0 to 2^32 - 1. */
  long bits(int timestep, int neuron) {
    return mix(ofSample ^ ((long) timestep << Integer.SIZE | neuron)) >>> Integer.SIZE;
  }

  private static long mix(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
