package org.spikeledger.simulator.plan;

import java.util.Arrays;

/**
 * Which weights of a connection are not zero, row by row. Immutable once {@link #finish} is called.
 */
public final class NonZero {

  private final int words;
  private final int width;
  private final int[] counts;
  private int[] zeros;
  private int mostZeros;
  private long[] bits;

  NonZero(int rows, int width) {
    this.width = width;
    this.words = (width + Long.SIZE - 1) / Long.SIZE;
    this.bits = new long[Math.multiplyExact(rows, words)];
    this.counts = new int[rows];
    this.zeros = new int[width];
  }

  void put(int row, int column, boolean nonZero) {
    if (nonZero) {
      bits[row * words + column / Long.SIZE] |= 1L << column;
      counts[row]++;
    } else {
      zeros[column]++;
    }
  }

  /** All weights have been put; where none is zero, nobody asks which. */
  void finish() {
    if (isDense()) {
      bits = null;
    }
    mostZeros = Arrays.stream(zeros).max().orElse(0);
    zeros = null;
  }

  /** How many weights of a row are not zero. */
  public int count(int row) {
    return counts[row];
  }

  /** Whether no weight of any row is zero. */
  public boolean isDense() {
    for (int count : counts) {
      if (count != width) {
        return false;
      }
    }
    return true;
  }

  /** Over more rows than this, whichever they are, every target channel is reached. */
  public int mostZeros() {
    return mostZeros;
  }

  /** 64-bit words a row. */
  public int words() {
    return words;
  }

  /** The bits of the last word of a row that channels have. */
  public long lastWord() {
    return -1L >>> (words * Long.SIZE - width);
  }

  /**
   * A word of a row: bit i is set where the weight to target channel 64 * word + i is not zero. Not
   * of weights that are dense.
   */
  public long word(int row, int word) {
    return bits[row * words + word];
  }
}
