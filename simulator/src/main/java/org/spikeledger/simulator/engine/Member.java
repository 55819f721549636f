package org.spikeledger.simulator.engine;

/**
 * One of the threads that run an inference together, each its part of every stage. Used by that
 * thread alone; one that works alone never waits.
 *
 * @param part its number, from 0
 * @param parts how many there are
 * @param barrier where they meet; null for one alone
 */
record Member(int part, int parts, Barrier barrier) {

  static final Member ALONE = new Member(0, 1, null);

  /** Whether this one does what is not divided. */
  boolean isFirst() {
    return part == 0;
  }

  /** Waits until all have come so far; each then sees what the others wrote. */
  void await() {
    if (barrier != null) {
      barrier.await(part);
    }
  }

  /** The first of this one's share of a number of things. */
  int from(int number) {
    return (int) ((long) number * part / parts);
  }

  /** After the last of its share. */
  int to(int number) {
    return (int) ((long) number * (part + 1) / parts);
  }

  /** How many its share has. */
  int share(int number) {
    return to(number) - from(number);
  }
}
