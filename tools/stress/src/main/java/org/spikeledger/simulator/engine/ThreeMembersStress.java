package org.spikeledger.simulator.engine;

import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.III_Result;

/**
 * Three threads meet twice, each waiting for two others: what any of them wrote before the first
 * meeting both others see after it, and none of what is written after the second.
 */
@JCStressTest
@Outcome(id = "50, 40, 30", expect = Expect.ACCEPTABLE, desc = "Each sees what both others wrote.")
@Outcome(expect = Expect.FORBIDDEN, desc = "A write before the meeting is missed, or a later seen.")
@State
public class ThreeMembersStress {

  private final Barrier barrier = new Barrier(3, 20);
  private int first;
  private int second;
  private int third;

  /** For the generated runner. */
  public ThreeMembersStress() {}

  /** The member that looks for the others' 20 and 30. */
  @Actor
  public void one(III_Result result) {
    first = 10;
    barrier.await(0);
    result.r1 = second + third;
    barrier.await(0);
    first = 1000;
  }

  /** The member that looks for 10 and 30. */
  @Actor
  public void two(III_Result result) {
    second = 20;
    barrier.await(1);
    result.r2 = first + third;
    barrier.await(1);
    second = 1000;
  }

  /** The member that looks for 10 and 20. */
  @Actor
  public void three(III_Result result) {
    third = 30;
    barrier.await(2);
    result.r3 = first + second;
    barrier.await(2);
    third = 1000;
  }
}
