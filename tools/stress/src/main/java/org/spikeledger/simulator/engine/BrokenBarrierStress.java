package org.spikeledger.simulator.engine;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.II_Result;

/** Who waits, parked or about to, learns that the other has given up, and why. */
@JCStressTest
@Outcome(id = "1, 7", expect = Expect.ACCEPTABLE, desc = "Told, with what was written before.")
@Outcome(id = "0, .*", expect = Expect.FORBIDDEN, desc = "Passed a barrier that nobody reached.")
@Outcome(id = "1, 0", expect = Expect.FORBIDDEN, desc = "Told before what was written is seen.")
@State
public class BrokenBarrierStress {

  private final Barrier barrier = new Barrier(2, 0);
  private int written;

  /** For the generated runner. */
  public BrokenBarrierStress() {}

  /** Waits. */
  @Actor
  public void waiting(II_Result result) {
    try {
      barrier.await(0);
    } catch (BrokenBarrier e) {
      result.r1 = 1;
      result.r2 = written;
    }
  }

  /** Gives up. */
  @Actor
  public void failing() {
    written = 7;
    barrier.fail(new IllegalStateException("gives up"));
  }
}
