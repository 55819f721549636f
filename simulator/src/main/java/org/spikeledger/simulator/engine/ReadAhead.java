package org.spikeledger.simulator.engine;

import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemorySegment;
import org.spikeledger.simulator.kernel.Runs;
import org.spikeledger.simulator.plan.PackedWeights;
import org.spikeledger.simulator.plan.WeightBlock;

/**
 * Reads a block's rows once in their order, where most of them are going to be used out of order:
 * memory hands over neighbours several times faster than it answers single demands, and two streams
 * of them faster than one. Changes nothing. Used by one thread.
 */
final class ReadAhead {

  private static final long LINE_BYTES = 64;

  /** Less than this stays in the nearer caches from one inference to the next. */
  private static final long LEAST_BYTES = 1 << 17;

  /** The share of the rows that has to be asked for, each as often as it is. */
  private static final double LEAST_SHARE = 0.6;

  private long seen;

  /** Reads the rows of a block, if that pays. */
  void of(PackedWeights weights, WeightBlock block, Runs runs) {
    long rows = weights.rowCount();
    long bytes = rows * block.rowBytes();
    if (!weights.wholeRows() && bytes >= LEAST_BYTES && runs.events() >= LEAST_SHARE * rows) {
      long end = Math.min(block.offset() + bytes, weights.rows().byteSize());
      seen += read(weights.rows(), block.offset(), end);
    }
  }

  /** What was read; it has to look used. */
  long seen() {
    return seen;
  }

  private static long read(MemorySegment rows, long from, long to) {
    long sum = 0;
    long half = (to - from) / (4 * LINE_BYTES) * (2 * LINE_BYTES);
    for (long at = from; at < from + half; at += 2 * LINE_BYTES) {
      sum +=
          rows.get(JAVA_LONG, at)
              + rows.get(JAVA_LONG, at + LINE_BYTES)
              + rows.get(JAVA_LONG, at + half)
              + rows.get(JAVA_LONG, at + half + LINE_BYTES);
    }
    return sum;
  }
}
