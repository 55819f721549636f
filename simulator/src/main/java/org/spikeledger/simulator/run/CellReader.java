package org.spikeledger.simulator.run;

import com.lmax.disruptor.EventPoller;
import com.lmax.disruptor.RingBuffer;
import java.util.concurrent.locks.LockSupport;
import org.spikeledger.simulator.encode.InputSource;

/**
 * Hands the cells of a ring to one listener, in order, on one thread. Several of them read side by
 * side; the slowest holds back the workers. It looks for new cells now and then, the more seldom
 * the fewer it finds, because waking costs more than a small inference.
 */
final class CellReader implements EventPoller.Handler<Cell> {

  private static final long LEAST_IDLE_NANOS = 50_000;
  private static final long MOST_IDLE_NANOS = 6_400_000;

  private final EventPoller<Cell> poller;
  private final InputSource inputs;
  private final InferenceListener listener;
  private final Runnable stop;
  private final int cells;
  private int workers;
  private int batch;
  private long failedSample = Long.MAX_VALUE;
  private Throwable failure;

  /**
   * A reader that the ring waits for from now on.
   *
   * @param workers that will each publish a last cell
   * @param stop asks the workers to end
   */
  CellReader(
      RingBuffer<Cell> ring,
      int workers,
      InputSource inputs,
      InferenceListener listener,
      Runnable stop) {
    this.poller = ring.newPoller();
    ring.addGatingSequences(poller.getSequence());
    this.cells = ring.getBufferSize();
    this.workers = workers;
    this.inputs = inputs;
    this.listener = listener;
    this.stop = stop;
  }

  /** Reads until every worker has ended; nothing escapes, or the workers would wait for ever. */
  void run() {
    long idle = LEAST_IDLE_NANOS;
    while (workers > 0) {
      batch = 0;
      poll();
      if (batch >= cells / 4) {
        idle = Math.max(LEAST_IDLE_NANOS, idle / 2);
      } else if (batch <= cells / 16) {
        idle = Math.min(MOST_IDLE_NANOS, idle * 2);
      }
      if (workers > 0) {
        LockSupport.parkNanos(idle);
      }
    }
  }

  private void poll() {
    try {
      poller.poll(this);
    } catch (Exception e) {
      throw new IllegalStateException("a reader's handler throws nothing", e);
    }
  }

  @Override
  public boolean onEvent(Cell cell, long sequence, boolean endOfBatch) {
    batch++;
    if (cell.last) {
      workers--;
    } else if (failure == null) {
      handle(cell, (int) sequence);
    }
    return true;
  }

  private void handle(Cell cell, int sample) {
    failure = cell.failure;
    if (failure == null) {
      try {
        listener.onInference(cell.record, inputs.label(sample));
      } catch (RuntimeException | Error e) {
        failure = e;
      }
    }
    if (failure != null) {
      failedSample = sample;
      stop.run();
    }
  }

  /** What went wrong first, or null. */
  Throwable failure() {
    return failure;
  }

  /** The sample at which it went wrong; of several readers' failures the earliest counts. */
  long failedSample() {
    return failedSample;
  }
}
