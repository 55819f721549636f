package org.spikeledger.simulator.engine;

import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.concurrent.locks.LockSupport;

/**
 * Where threads that share an inference wait for one another: each alone writes its sequence, the
 * times it has arrived, and reads the others'. What a thread wrote before it arrived all see once
 * they have passed. Nobody holds a lock: who waits long says for whom and parks, and is woken by
 * that one's arrival.
 */
public final class Barrier {

  private static final int SPINS = 4_000;

  /** Longs from one sequence to the next: two cache lines, which processors fetch together. */
  private static final int APART = 16;

  private final int members;
  private final int spins;
  private final AtomicLongArray sequences;
  private final AtomicReferenceArray<Thread> parked;
  private final AtomicReference<Throwable> failure = new AtomicReference<>();

  /** A barrier of so many threads; where they are more than cores, they park without spinning. */
  public Barrier(int members) {
    this(members, members > Runtime.getRuntime().availableProcessors() ? 0 : SPINS);
  }

  /** The same where a thread looks so many times before it parks. */
  Barrier(int members, int spins) {
    this.members = members;
    this.spins = spins;
    this.sequences = new AtomicLongArray((members + 1) * APART);
    this.parked = new AtomicReferenceArray<>(members * members);
  }

  /**
   * Arrives, and waits until all have arrived as often.
   *
   * @param member 0 up to the number of members; its thread alone calls this
   * @throws BrokenBarrier if one of them has given up, before or while this waits
   */
  public void await(int member) {
    long sequence = sequences.getPlain(place(member)) + 1;
    sequences.set(place(member), sequence);
    for (int other = 0; other < members; other++) {
      wake(member, other);
    }
    for (int other = 0; other < members; other++) {
      waitFor(other, member, sequence);
    }
  }

  /** Gives up: all who wait, or will, get an exception. The first cause counts. */
  public void fail(Throwable cause) {
    failure.compareAndSet(null, cause);
    for (int member = 0; member < members; member++) {
      for (int other = 0; other < members; other++) {
        wake(member, other);
      }
    }
  }

  /** Why one of them gave up; null where none did. */
  public Throwable failure() {
    return failure.get();
  }

  private void waitFor(int awaited, int member, long sequence) {
    int left = spins;
    while (sequences.getAcquire(place(awaited)) < sequence) {
      if (failure.get() != null) {
        throw new BrokenBarrier();
      }
      if (left > 0) {
        left--;
        Thread.onSpinWait();
      } else {
        park(awaited, member, sequence);
      }
    }
  }

  /** Says that it parks and only then looks again, as who arrives looks after it has said so. */
  private void park(int awaited, int member, long sequence) {
    int slot = awaited * members + member;
    parked.set(slot, Thread.currentThread());
    if (sequences.get(place(awaited)) < sequence && failure.get() == null) {
      LockSupport.park(this);
    }
    parked.set(slot, null);
  }

  private void wake(int awaited, int member) {
    Thread thread = parked.get(awaited * members + member);
    if (thread != null) {
      LockSupport.unpark(thread);
    }
  }

  private static int place(int member) {
    return (member + 1) * APART;
  }
}
