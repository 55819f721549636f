package org.spikeledger.simulator.kernel.vector;

import org.spikeledger.simulator.plan.RowFormat;

/** Where the two numbers of a word of {@link RowFormat#BFLOAT16} are, and their channels. */
final class Bfloat16Words {

  /** How far left the lower number goes to be a float32. */
  static final int SHIFT = 16;

  /** What of a word is the higher number as float32. */
  static final int HIGHER = 0xffff0000;

  /** Bytes of a line of words. */
  static final long LINE_BYTES = RowFormat.LINE_WORDS * (long) Integer.BYTES;

  /** Bytes from the current of a word's lower channel to that of its higher one. */
  static final long TO_HIGHER = RowFormat.LINE_WORDS * (long) Float.BYTES;

  private Bfloat16Words() {}

  /** Where the current of the lower channel of a row's word lies; both count in bytes. */
  static long current(long word) {
    return 2 * word - word % LINE_BYTES;
  }
}
