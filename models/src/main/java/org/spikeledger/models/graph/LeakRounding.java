package org.spikeledger.models.graph;

/** How the product of leak and membrane potential is rounded. */
public enum LeakRounding {
  /** As float32, as every other operation. */
  FLOAT32,
  /**
   * To a whole number, halves upwards, for networks of whole numbers: {@code (U * m + 2^14) >> 15}
   * in 64 bits, where {@code m = leak * 2^15} is whole. A potential that is not whole loses its
   * fraction before.
   */
  WHOLE;

  /** The 1 of the leaks of {@link #WHOLE}: they are multiples of its reciprocal. */
  public static final int WHOLE_ONE = 1 << 15;
}
