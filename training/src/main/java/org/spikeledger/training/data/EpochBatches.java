package org.spikeledger.training.data;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.spikeledger.training.config.Augmentation;

/**
 * The batches of one epoch, in order. One thread of its own reads and varies images some batches
 * ahead of the caller, and alone draws from the random stream, in the order of batches: what comes
 * out does not depend on how fast either is. The caller alone touches everything else.
 */
public final class EpochBatches implements AutoCloseable {
  private static final int AHEAD = 3;

  private final BatchMaker maker;
  private final Augmentation augmentation;
  private final SplittableRandom random;
  private final EpochOrder order;
  private final ExecutorService reader;
  private final Queue<Future<PreparedBatch>> ahead = new ArrayDeque<>();
  private int asked;

  /**
   * Draws the order, then starts reading.
   *
   * @param random not to be used by anyone else until this is closed
   */
  public EpochBatches(
      BatchMaker maker, int batchSize, Augmentation augmentation, SplittableRandom random) {
    this.maker = maker;
    this.augmentation = augmentation;
    this.random = random;
    order = new EpochOrder(maker.size(), batchSize, random);
    reader =
        Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("training-images").daemon().factory());
    for (int i = 0; i < AHEAD; i++) {
      ask();
    }
  }

  /** How many batches there are. */
  public int count() {
    return order.batches();
  }

  /**
   * The next batch; tensors belong to the caller's scope. Throws what reading it has thrown.
   *
   * @throws java.util.NoSuchElementException after the last one
   */
  public Batch next() {
    Future<PreparedBatch> next = ahead.remove();
    ask();
    try {
      return next.get().tensors();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      throw new IllegalStateException(failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for images", interrupted);
    }
  }

  private void ask() {
    if (asked < order.batches()) {
      int[] indices = order.batch(asked++);
      ahead.add(reader.submit(() -> maker.prepare(indices, augmentation, random)));
    }
  }

  /** Stops reading. */
  @Override
  public void close() {
    reader.shutdownNow();
    reader.close();
  }
}
