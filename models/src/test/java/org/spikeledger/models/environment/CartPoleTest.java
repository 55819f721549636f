package org.spikeledger.models.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;

class CartPoleTest {

  private final float[] seen = new float[4];

  /**
   * From rest, upright: push = 10 / 1.1, angular acceleration = -push / (0.5 * (4/3 - 0.1 / 1.1)) =
   * -9.0909... / 0.62121... = -14.6341..., acceleration = push + 0.05 * 14.6341... / 1.1 =
   * 9.7560...; Euler moves the velocities first, the positions a step later.
   */
  @Test
  void aPushFromRestMovesTheVelocitiesByHandComputedAmounts() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(new double[4], seen);
    pole.step(1, seen);
    assertEquals(0f, seen[0]);
    assertEquals(0.02 * 400 / 41, seen[1], 1e-8);
    assertEquals(0f, seen[2]);
    assertEquals(-0.02 * 600 / 41, seen[3], 2e-8);
    pole.step(0, seen);
    assertEquals(0.02 * 0.02 * 400 / 41, seen[0], 1e-9);
    assertEquals(-0.02 * 0.02 * 600 / 41, seen[2], 1e-9);
  }

  /**
   * At 0.1 rad and 0.5 rad/s, pushed left: sin = .0998334166, cos = .9950041653; push = (-10 + .05
   * * .25 * sin) / 1.1 = -9.0897746; angular acceleration = (.9783674831 + 9.0443636) / (.5 *
   * (1.3333333 - .09000302...)) = 10.0227311 / .6216652 = 16.1223949; acceleration = -9.0897746 -
   * .05 * 16.1223949 * .9950042 / 1.1 = -9.8189496.
   */
  @Test
  void aStepFromAMovingLeaningPoleIsTheHandComputedOne() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(new double[] {1, -0.25, 0.1, 0.5}, seen);
    pole.step(0, seen);
    assertEquals(0.995, seen[0], 1e-7);
    assertEquals(-0.25 - 0.02 * 9.8189496, seen[1], 1e-6);
    assertEquals(0.11, seen[2], 1e-8);
    assertEquals(0.5 + 0.02 * 16.1223949, seen[3], 1e-6);
  }

  @Test
  void anEpisodeStartsWithinFiveHundredthsAndEqualSeedsStartEqually() {
    for (long seed = 0; seed < 200; seed++) {
      CartPole pole = new CartPole(CartPoleObservation.ALL);
      pole.reset(seed, seen);
      for (float value : seen) {
        assertTrue(Math.abs(value) <= 0.05f, "seed=" + seed);
      }
      float[] again = new float[4];
      new CartPole(CartPoleObservation.ALL).reset(seed, again);
      assertArrayEquals(seen, again, "seed=" + seed);
    }
  }

  @Test
  void theNumbersDrawnAtASeedNeverChange() {
    // The published first values of SplitMix64 at seed 1234567, to which the draws are traced back.
    SplitMix64 random = new SplitMix64(1234567);
    assertEquals(6457827717110365317L, random.next());
    assertEquals(3203168211198807973L, random.next());
    new CartPole(CartPoleObservation.ALL).reset(1234567, seen);
    assertEquals((float) (-0.05 + 0.1 * ((6457827717110365317L >>> 11) * 0x1p-53)), seen[0]);
  }

  @Test
  void aFallenPoleTerminatesWithARewardAndTheEpisodeIsOver() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(new double[] {0, 0, 0.2094, 0.5}, seen);
    Step last = pole.step(0, seen);
    assertEquals(new Step(1, true, false), last);
    assertThrows(IllegalStateException.class, () -> pole.step(0, seen));
  }

  @Test
  void aCartThatLeavesItsTrackTerminates() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(new double[] {-2.39, -0.4, 0, 0}, seen);
    assertFalse(pole.step(1, seen).ended());
    pole.reset(new double[] {-2.39, -0.6, 0, 0}, seen);
    assertTrue(pole.step(1, seen).terminated());
  }

  @Test
  void aPoleThatIsBalancedIsTruncatedAfterFiveHundredSteps() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(5, seen);
    Step step = new Step(0, false, false);
    for (int i = 0; i < CartPole.MOST_STEPS; i++) {
      assertFalse(step.ended(), "step=" + i);
      double lean = seen[0] * 0.1 + seen[1] * 0.2 + seen[2] + seen[3] * 0.5;
      step = pole.step(lean > 0 ? 1 : 0, seen);
    }
    assertEquals(new Step(1, false, true), step);
  }

  @Test
  void positionsAreTheFirstAndThirdValueOfTheSameEpisode() {
    CartPole all = new CartPole(CartPoleObservation.ALL);
    CartPole positions = new CartPole(CartPoleObservation.POSITIONS);
    float[] two = new float[positions.observationShape().size()];
    all.reset(9, seen);
    positions.reset(9, two);
    for (int i = 0; i < 8; i++) {
      assertArrayEquals(new float[] {seen[0], seen[2]}, two, "step=" + i);
      assertEquals(all.step(i % 2, seen), positions.step(i % 2, two));
    }
  }

  @Test
  void anActionThatIsNotThereIsRefusedWithItsRange() {
    CartPole pole = new CartPole(CartPoleObservation.ALL);
    pole.reset(1, seen);
    BadInputException refusal = assertThrows(BadInputException.class, () -> pole.step(2, seen));
    assertEquals("an action lies in 0..1: action=2", refusal.getMessage());
  }
}
