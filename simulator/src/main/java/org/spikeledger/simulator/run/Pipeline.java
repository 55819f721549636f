package org.spikeledger.simulator.run;

import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.SleepingWaitStrategy;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import org.spikeledger.simulator.encode.InputSource;
import org.spikeledger.simulator.engine.Engine;

/**
 * Inferences over several threads, results in dataset order. A worker claims the next sequence of a
 * ring, which is the sample's place in the dataset, simulates into that cell and publishes it; each
 * listener reads the cells in order, the first one on the caller's thread, every other on a thread
 * of its own. A full ring makes the workers wait for the slowest.
 */
final class Pipeline {

  private static final int LEAST_CELLS = 64;

  private final Supplier<Engine> engines;
  private final InputSource inputs;
  private final int samples;
  private final int threads;
  private final RingBuffer<Cell> ring;
  private volatile boolean stopped;

  Pipeline(Supplier<Engine> engines, InputSource inputs, int samples, int threads) {
    this.engines = engines;
    this.inputs = inputs;
    this.samples = samples;
    this.threads = threads;
    int cells = Math.max(LEAST_CELLS, Integer.highestOneBit(threads) * 4);
    // No reader waits by the ring's own strategy: each looks for itself.
    ring = RingBuffer.createMultiProducer(Cell::new, cells, new SleepingWaitStrategy());
  }

  /**
   * Runs all samples.
   *
   * @param listeners at least one; the first is called on this thread
   * @throws RuntimeException the first one, in dataset order, that a worker, the inputs or a
   *     listener threw, or an error, after all threads have ended
   */
  void run(List<InferenceListener> listeners) {
    List<CellReader> readers = new ArrayList<>();
    for (InferenceListener listener : listeners) {
      readers.add(new CellReader(ring, threads, inputs, listener, () -> stopped = true));
    }
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      others.add(start("simulate-" + i, this::work));
    }
    for (int i = 1; i < readers.size(); i++) {
      others.add(start("listen-" + i, readers.get(i)::run));
    }
    readers.getFirst().run();
    others.forEach(Pipeline::join);
    Throwable failure =
        readers.stream()
            .min(Comparator.comparingLong(CellReader::failedSample))
            .map(CellReader::failure)
            .orElse(null);
    switch (failure) {
      case null -> {}
      case Error error -> throw error;
      case RuntimeException exception -> throw exception;
      default -> throw new IllegalStateException(failure);
    }
  }

  private static Thread start(String name, Runnable work) {
    return Thread.ofPlatform().name(name).daemon().start(work);
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
          engine = engine == null ? engines.get() : engine;
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

  private static void join(Thread thread) {
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
