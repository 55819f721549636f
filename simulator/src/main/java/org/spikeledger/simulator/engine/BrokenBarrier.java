package org.spikeledger.simulator.engine;

/** Another thread of a {@link Barrier} has given up; the barrier knows why. */
public final class BrokenBarrier extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BrokenBarrier() {
    super("a thread that shares this inference has failed");
  }
}
