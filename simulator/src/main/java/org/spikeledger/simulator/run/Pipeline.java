package org.spikeledger.simulator.run;

import com.lmax.disruptor.AlertException;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.Sequence;
import com.lmax.disruptor.SequenceBarrier;
import com.lmax.disruptor.SleepingWaitStrategy;
import com.lmax.disruptor.TimeoutException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.engine.Engine;
import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * Inferences over several threads, results in dataset order. A worker claims the next sequence of a
 * ring, which is the sample's place in the dataset, simulates into that cell and publishes it; the
 * caller's thread reads the cells in order. A cell is written by the worker that claimed it until
 * it publishes, then read by the caller until it moves on; a full ring makes the workers wait.
 */
final class Pipeline {

  private static final int LEAST_CELLS = 64;
  private static final long IDLE_NANOS = 100_000;

  private final EngineFactory engines;
  private final InputSource inputs;
  private final int samples;
  private final int threads;
  private final RingBuffer<Cell> ring;
  private volatile boolean stopped;

  Pipeline(EngineFactory engines, InputSource inputs, int samples, int threads) {
    this.engines = engines;
    this.inputs = inputs;
    this.samples = samples;
    this.threads = threads;
    int cells = Math.max(LEAST_CELLS, Integer.highestOneBit(threads) * 4);
    ring =
        RingBuffer.createMultiProducer(Cell::new, cells, new SleepingWaitStrategy(0, IDLE_NANOS));
  }

  /**
   * Runs all samples; the listener is called on this thread.
   *
   * @throws RuntimeException the first one, in dataset order, that a worker, the inputs or the
   *     listener threw, or an error, after all workers have ended
   */
  void run(InferenceListener listener) {
    Sequence consumed = new Sequence();
    ring.addGatingSequences(consumed);
    List<Thread> workers = start();
    Throwable failure = consume(consumed, listener);
    workers.forEach(Pipeline::join);
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    }
  }

  private List<Thread> start() {
    List<Thread> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(Thread.ofPlatform().name("simulate-" + i).daemon().start(this::work));
    }
    return workers;
  }

  private void work() {
    Engine engine = null;
    boolean more = true;
    while (more) {
      long sequence = ring.next();
      Cell cell = ring.get(sequence);
      cell.failure = null;
      more = sequence < samples && !stopped;
      cell.last = !more;
      try {
        if (more) {
          engine = engine == null ? engines.create() : engine;
          simulate(engine, cell, (int) sequence);
        }
      } catch (RuntimeException | Error e) {
        cell.failure = e;
      } finally {
        ring.publish(sequence);
      }
    }
  }

  private void simulate(Engine engine, Cell cell, int sample) {
    if (cell.record == null) {
      cell.record = engine.newRecord();
    }
    engine.run(sample, inputs.input(sample), cell.record);
  }

  private Throwable consume(Sequence consumed, InferenceListener listener) {
    SequenceBarrier barrier = ring.newBarrier();
    Throwable failure = null;
    int ended = 0;
    for (long next = 0; ended < threads; next++) {
      await(barrier, next);
      Cell cell = ring.get(next);
      if (cell.last) {
        ended++;
      } else if (failure == null) {
        failure = handle(cell, (int) next, listener);
        stopped = failure != null;
      }
      consumed.set(next);
    }
    return failure;
  }

  /** What went wrong, or null. Nothing may escape, or the workers would wait for ever. */
  private Throwable handle(Cell cell, int sample, InferenceListener listener) {
    if (cell.failure != null) {
      return cell.failure;
    }
    try {
      listener.onInference(cell.record, inputs.label(sample));
      return null;
    } catch (RuntimeException | Error e) {
      return e;
    }
  }

  private static void await(SequenceBarrier barrier, long sequence) {
    try {
      // A sequence that is claimed and not yet published does not block the barrier.
      while (barrier.waitFor(sequence) < sequence) {
        LockSupport.parkNanos(IDLE_NANOS);
      }
    } catch (AlertException | TimeoutException e) {
      throw new IllegalStateException("the barrier of a run is neither alerted nor timed", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the run was interrupted", e);
    }
  }

  private static void join(Thread worker) {
    try {
      worker.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** One place in the ring. */
  private static final class Cell {
    private InferenceRecord record;
    private Throwable failure;
    private boolean last;
  }
}
