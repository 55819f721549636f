package org.spikeledger.traces.format;

import java.util.Arrays;

/**
 * The values of one channel by their place, and their places by value: a table with open
 * addressing, small enough to stay in the nearest cache. Used by one thread.
 */
final class ChannelPalette {

  /** What is answered where there is no place. */
  static final int ABSENT = -1;

  private static final int SLOT_BITS = 10;

  private final int[] colours = new int[InputPalette.COLOURS];

  /** A place plus 1, or 0. */
  private final short[] slots = new short[1 << SLOT_BITS];

  private int size;

  /** The place of a value's bits; those that are new get the next one while there is room. */
  int place(int bits) {
    int slot = (bits * 0x9E3779B1) >>> (Integer.SIZE - SLOT_BITS);
    while (slots[slot] != 0) {
      int place = slots[slot] - 1;
      if (colours[place] == bits) {
        return place;
      }
      slot = (slot + 1) & (slots.length - 1);
    }
    if (size == colours.length) {
      return ABSENT;
    }
    colours[size] = bits;
    slots[slot] = (short) ++size;
    return size - 1;
  }

  /** The number of values. */
  int size() {
    return size;
  }

  /** The bits of a value. */
  int bits(int place) {
    return colours[place];
  }

  void clear() {
    Arrays.fill(slots, (short) 0);
    size = 0;
  }
}
