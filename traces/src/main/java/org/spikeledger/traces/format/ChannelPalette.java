package org.spikeledger.traces.format;

import java.util.Arrays;
import org.spikeledger.simulator.encode.DirectInput;

/**
 * The values of one channel by their place, and their places by value: a table with open
 * addressing, small enough to stay in the nearest cache. Used by one thread.
 */
final class ChannelPalette {

  private static final int ABSENT = -1;

  private static final int SLOT_BITS = 10;

  private final int[] colours = new int[InputPalette.COLOURS];

  /** A place plus 1, or 0. */
  private final short[] slots = new short[1 << SLOT_BITS];

  private int size;

  /**
   * Finds the places of an input's elements; values that are new get the next ones.
   *
   * @param first index of the first element of this channel
   * @param step from each to the next
   * @param places filled at the elements' indices
   * @return whether there was room for them
   */
  boolean place(DirectInput input, int first, int step, byte[] places) {
    int latest = 0;
    int place = ABSENT;
    for (int i = first; i < input.size(); i += step) {
      int bits = Float.floatToRawIntBits(input.value(i));
      // Images have even areas.
      if (bits != latest || place == ABSENT) {
        latest = bits;
        place = place(bits);
        if (place == ABSENT) {
          return false;
        }
      }
      places[i] = (byte) place;
    }
    return true;
  }

  private int place(int bits) {
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
