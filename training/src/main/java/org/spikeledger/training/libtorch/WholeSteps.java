package org.spikeledger.training.libtorch;

import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Work that the end of the process waits for: if the process is asked to end in the middle of it,
 * libtorch's threads would crash. One thread works, step by step, and holds the lock during each;
 * the thread that ends the process takes the lock for good.
 */
public final class WholeSteps implements AutoCloseable {
  private final ReentrantLock working = new ReentrantLock(true);
  private final Thread end = new Thread(working::lock, "end-of-training");

  /** From here on the end of the process waits for steps. */
  public WholeSteps() {
    Runtime.getRuntime().addShutdownHook(end);
  }

  /** Does one step, which takes a moment; once the process is ending it never returns. */
  public <T> T run(Supplier<T> step) {
    working.lock();
    try {
      return step.get();
    } finally {
      working.unlock();
    }
  }

  /** No steps follow: the end of the process need not wait. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException ending) {
      // It holds the lock now or will in a moment, and no step of ours stands in its way.
    }
  }
}
