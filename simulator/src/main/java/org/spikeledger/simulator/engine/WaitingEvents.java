package org.spikeledger.simulator.engine;

import java.util.Arrays;

/**
 * Events that leave a delay at the same timestep, at most one an element. Written when they arrive
 * and emptied when they leave, both times by the first thread.
 */
final class WaitingEvents {

  private long[] keys = new long[16];
  private float[] values = new float[16];
  private long[] gathered = new long[16];
  private final RunMerge order = new RunMerge();
  private int count;

  void clear() {
    count = 0;
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
    keys[count] = key;
    values[count] = value;
    gathered[count++] = stoodFor;
  }

  /** Adds all events to a list in order of their indices, and forgets them. */
  void moveTo(EventList into) {
    keys = order.sort(keys, count);
    for (int i = 0; i < count; i++) {
      int place = (int) keys[i];
      into.add((int) (keys[i] >>> Integer.SIZE), values[place], gathered[place]);
    }
    clear();
  }
}
