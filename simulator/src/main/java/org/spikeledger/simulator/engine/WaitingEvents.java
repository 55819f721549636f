package org.spikeledger.simulator.engine;

import java.util.Arrays;

/** Events that leave a delay at the same timestep, at most one an element. */
final class WaitingEvents {

  private long[] keys = new long[16];
  private float[] values = new float[16];
  private long[] gathered = new long[16];
  private int count;
  private boolean sorted = true;

  void clear() {
    count = 0;
    sorted = true;
  }

  int count() {
    return count;
  }

  void add(int index, float value, long stoodFor) {
    if (count == keys.length) {
      int larger = Math.multiplyExact(count, 2);
      keys = Arrays.copyOf(keys, larger);
      values = Arrays.copyOf(values, larger);
      gathered = Arrays.copyOf(gathered, larger);
    }
    // An index above, a place below: sorted by index, each finds its value.
    long key = (long) index << Integer.SIZE | count;
    sorted = sorted && (count == 0 || keys[count - 1] < key);
    keys[count] = key;
    values[count] = value;
    gathered[count++] = stoodFor;
  }

  /** Adds all events to a list in order of their indices, and forgets them. */
  void moveTo(EventList into) {
    if (!sorted) {
      Arrays.sort(keys, 0, count);
    }
    for (int i = 0; i < count; i++) {
      int place = (int) keys[i];
      into.add((int) (keys[i] >>> Integer.SIZE), values[place], gathered[place]);
    }
    clear();
  }
}
