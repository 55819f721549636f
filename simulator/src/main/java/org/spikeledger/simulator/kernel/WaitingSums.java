package org.spikeledger.simulator.kernel;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Sums over batches of events that wait to be added to currents, so that a kernel adds many in one
 * loop. Written and read by the thread that owns the runs.
 */
public final class WaitingSums {

  /** How many can wait. */
  public static final int CAPACITY = 32;

  /** Bytes that each has. */
  public static final int BYTES = 512;

  private final MemorySegment sums = Arena.ofAuto().allocate((long) CAPACITY * BYTES, 64);
  private final int[] events = new int[CAPACITY];
  private final long[] targets = new long[CAPACITY];
  private int count;

  WaitingSums() {}

  /**
   * The next one, whose sums the kernel writes.
   *
   * @param ofEvents how many events it is made of
   * @param target where it goes, in bytes
   */
  public void add(int ofEvents, long target) {
    events[count] = ofEvents;
    targets[count++] = target;
  }

  /** Whether no other one can wait. */
  public boolean isFull() {
    return count == CAPACITY;
  }

  /** Forgets all. */
  public void clear() {
    count = 0;
  }

  /** How many wait. */
  public int count() {
    return count;
  }

  /** Where the sums of the next one go, in bytes. */
  public long next() {
    return (long) count * BYTES;
  }

  /** The sums, {@link #BYTES} each. */
  public MemorySegment sums() {
    return sums;
  }

  /** How many events each is made of. */
  public int[] events() {
    return events;
  }

  /** Where each goes, in bytes. */
  public long[] targets() {
    return targets;
  }
}
