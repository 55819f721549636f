package org.spikeledger.simulator.engine;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IIII_Result;

/** The same where whoever waits looks a few times, then parks. */
@JCStressTest
@Outcome(id = "2, 3, 1, 4", expect = Expect.ACCEPTABLE, desc = "Each phase sees the one before.")
@Outcome(
    id = "0, .*|.*, 0, .*|.*, 0",
    expect = Expect.FORBIDDEN,
    desc = "What was written before the barrier is not seen after it.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A later phase is seen before all have passed.")
@State
public class HesitatingBarrierStress {

  private final Phases phases = new Phases(new Barrier(2, 20));

  /** For the generated runner. */
  public HesitatingBarrierStress() {}

  /** One side. */
  @Actor
  public void one(IIII_Result result) {
    phases.one(result);
  }

  /** The other side. */
  @Actor
  public void other(IIII_Result result) {
    phases.other(result);
  }
}
