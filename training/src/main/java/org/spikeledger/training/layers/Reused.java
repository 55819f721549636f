package org.spikeledger.training.layers;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Work memory that threads take and give back, so that there is one piece a thread and not one a
 * task: new memory is cold. Shared by the threads that work on one pass.
 */
final class Reused<T> {
  private final Queue<T> free = new ConcurrentLinkedQueue<>();
  private final Supplier<T> maker;

  Reused(Supplier<T> maker) {
    this.maker = maker;
  }

  /** Does some work with a piece that nobody else has meanwhile. */
  <R> R with(Function<T, R> work) {
    T taken = free.poll();
    T own = taken == null ? maker.get() : taken;
    R result = work.apply(own);
    free.add(own);
    return result;
  }
}
