package org.spikeledger.simulator.engine;

import org.openjdk.jcstress.infra.results.IIII_Result;

/**
 * Two threads that write, meet, read, meet, write again, meet, read: each writes its own field and
 * reads the other's, between two meetings.
 */
final class Phases {

  private final Barrier barrier;
  private int first;
  private int second;

  Phases(Barrier barrier) {
    this.barrier = barrier;
  }

  /** One side. */
  void one(IIII_Result result) {
    first = 1;
    barrier.await(0);
    result.r1 = second;
    barrier.await(0);
    first = 3;
    barrier.await(0);
    result.r4 = second;
  }

  /** The other side. */
  void other(IIII_Result result) {
    second = 2;
    barrier.await(1);
    result.r3 = first;
    barrier.await(1);
    second = 4;
    barrier.await(1);
    result.r2 = first;
  }
}
