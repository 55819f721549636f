package org.spikeledger.simulator.engine;

/**
 * Sorts keys that come as a few ascending runs, by merging neighbours. What it needs beside them it
 * keeps, which the platform's sort does not. Used by the engine's one thread.
 */
final class RunMerge {

  private long[] merged = new long[16];

  /**
   * Sorts the first keys.
   *
   * @return the array that holds them now; the other one is this object's from now on
   */
  long[] sort(long[] keys, int count) {
    if (merged.length < keys.length) {
      merged = new long[keys.length];
    }
    long[] from = keys;
    while (runEnd(from, 0, count) < count) {
      long[] into = merged;
      mergePairs(from, into, count);
      merged = from;
      from = into;
    }
    return from;
  }

  private static void mergePairs(long[] from, long[] into, int count) {
    int first = 0;
    while (first < count) {
      int middle = runEnd(from, first, count);
      int end = runEnd(from, middle, count);
      merge(from, first, middle, end, into);
      first = end;
    }
  }

  /** Where the run that begins at a position ends. */
  private static int runEnd(long[] keys, int first, int count) {
    int end = Math.min(first + 1, count);
    while (end < count && keys[end - 1] < keys[end]) {
      end++;
    }
    return end;
  }

  private static void merge(long[] from, int first, int middle, int end, long[] into) {
    int left = first;
    int right = middle;
    for (int at = first; at < end; at++) {
      boolean takeLeft = right == end || (left < middle && from[left] < from[right]);
      into[at] = takeLeft ? from[left++] : from[right++];
    }
  }
}
