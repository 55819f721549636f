package org.spikeledger.models.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.function.ToIntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PongTest {

  private static final int SIDE = 84;

  private final float[] frame = new float[SIDE * SIDE];

  private double play(long seed, ToIntFunction<float[]> policy) {
    Pong pong = new Pong();
    pong.reset(seed, frame);
    double points = 0;
    Step step;
    do {
      step = pong.step(policy.applyAsInt(frame), frame);
      points += step.reward();
    } while (!step.ended());
    assertTrue(step.terminated(), "seed=" + seed);
    return points;
  }

  /** The mean row of all pixels of a grey, or -1. */
  private static double row(float[] frame, float grey) {
    double sum = 0;
    int pixels = 0;
    for (int i = 0; i < frame.length; i++) {
      if (frame[i] == grey) {
        sum += Math.floorDiv(i, SIDE);
        pixels++;
      }
    }
    return pixels == 0 ? -1 : sum / pixels;
  }

  /** Keeps the paddle at the ball's row; sees one frame and remembers nothing. */
  private static int follow(float[] frame) {
    double ball = row(frame, PongFrame.BALL);
    double paddle = row(frame, PongFrame.AGENT);
    return ball < 0 || Math.abs(ball - paddle) <= 4 ? 0 : ball < paddle ? 2 : 3;
  }

  /**
   * Goes where the ball will arrive, by the last two frames, and meets it with the edge of the
   * paddle that sends it away from the opponent.
   */
  private static final class Foreseeing implements ToIntFunction<float[]> {
    private double lastRow = -1;
    private double lastColumn;

    @Override
    public int applyAsInt(float[] frame) {
      double ballRow = row(frame, PongFrame.BALL);
      double column = column(frame);
      double target = 41.5;
      if (ballRow >= 0 && lastRow >= 0 && column > lastColumn) {
        double steps = (75 - column) / (column - lastColumn);
        target = reflected(ballRow + (ballRow - lastRow) * steps);
        target += row(frame, PongFrame.OPPONENT) > 41 ? 4 : -4;
      }
      lastRow = ballRow;
      lastColumn = column;
      double way = target - row(frame, PongFrame.AGENT);
      return Math.abs(way) <= 2 ? 0 : way < 0 ? 2 : 3;
    }

    private static double reflected(double row) {
      double within = Math.abs(row) % 164;
      return within > 82 ? 164 - within : within;
    }
  }

  /** The first column of the ball, or -1. */
  private static int column(float[] frame) {
    for (int i = 0; i < frame.length; i++) {
      if (frame[i] == PongFrame.BALL) {
        return i % SIDE;
      }
    }
    return -1;
  }

  @Test
  void whoeverRemembersAFrameWinsByMoreThanWhoeverFollows() {
    double following = 0;
    double foreseeing = 0;
    for (long seed = 0; seed < 4; seed++) {
      following += play(seed, PongTest::follow) / 4;
      foreseeing += play(seed, new Foreseeing()) / 4;
    }
    assertTrue(foreseeing > 17, "points=" + foreseeing);
    assertTrue(foreseeing > following + 2, "following=" + following + " of " + foreseeing);
  }

  @Test
  void whoeverFollowsTheBallWinsFromSingleFrames() {
    for (long seed = 0; seed < 4; seed++) {
      double points = play(seed, PongTest::follow);
      assertTrue(points > 0, "seed=" + seed + " points=" + points);
    }
  }

  @Test
  void aRandomPlayerLosesByFar() {
    for (long seed = 0; seed < 4; seed++) {
      Random random = new Random(seed);
      double points = play(seed, seen -> random.nextInt(6));
      assertTrue(points <= -10, "seed=" + seed + " points=" + points);
    }
  }

  @Test
  void oneOfBothHasTwentyOnePointsAtTheEndAndTheRewardsAddUp() {
    Pong pong = new Pong();
    pong.reset(3, frame);
    int won = 0;
    int lost = 0;
    Step step;
    do {
      step = pong.step(follow(frame), frame);
      won += step.reward() > 0 ? 1 : 0;
      lost += step.reward() < 0 ? 1 : 0;
    } while (!step.ended());
    assertEquals(21, Math.max(won, lost));
    assertThrows(IllegalStateException.class, () -> pong.step(0, frame));
  }

  @Test
  void aPaddleMovesFourPixelsAStepUpToTheEdges() {
    Pong pong = new Pong();
    pong.reset(1, frame);
    assertEquals(41.5, row(frame, PongFrame.AGENT));
    pong.step(2, frame);
    assertEquals(37.5, row(frame, PongFrame.AGENT));
    for (int i = 0; i < 30; i++) {
      pong.step(3, frame);
    }
    assertEquals(78.5, row(frame, PongFrame.AGENT));
    for (int i = 0; i < 30; i++) {
      pong.step(2, frame);
    }
    assertEquals(4.5, row(frame, PongFrame.AGENT));
  }

  @Test
  void aBallIsServedAfterSixteenFramesAndMovesOnePixelAFrame() {
    Pong pong = new Pong(1, 1000);
    pong.reset(1, frame);
    for (int i = 0; i < 16; i++) {
      assertEquals(-1, row(frame, PongFrame.BALL), "frame=" + i);
      pong.step(0, frame);
    }
    assertEquals(41, column(frame));
    pong.step(0, frame);
    int direction = column(frame) - 41;
    assertEquals(1, Math.abs(direction));
    for (int i = 2; i < 30; i++) {
      pong.step(0, frame);
      assertEquals(41 + direction * i, column(frame));
    }
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "2, 4", "3, 5"})
  void fireChangesNothing(int plain, int fire) {
    Pong with = new Pong();
    Pong without = new Pong();
    float[] other = new float[frame.length];
    with.reset(8, frame);
    without.reset(8, other);
    for (int i = 0; i < 100; i++) {
      assertEquals(with.step(fire, frame), without.step(plain, other));
      assertArrayEquals(frame, other);
    }
  }

  @Test
  void aSkippedFrameIsAPlayedOne() {
    Pong four = new Pong();
    Pong one = new Pong(1, 100_000);
    float[] other = new float[frame.length];
    four.reset(11, frame);
    one.reset(11, other);
    Random random = new Random(11);
    for (int i = 0; i < 300; i++) {
      int action = random.nextInt(6);
      double reward = 0;
      for (int skipped = 0; skipped < 4; skipped++) {
        reward += one.step(action, other).reward();
      }
      assertEquals(reward, four.step(action, frame).reward());
      assertArrayEquals(frame, other, "step=" + i);
    }
  }

  @Test
  void anEpisodeIsTruncatedAtItsLimit() {
    Pong pong = new Pong(4, 3);
    pong.reset(1, frame);
    assertFalse(pong.step(0, frame).ended());
    assertFalse(pong.step(0, frame).ended());
    assertEquals(new Step(0, false, true), pong.step(0, frame));
  }

  @Test
  void theFramesOfASeedNeverChange() throws NoSuchAlgorithmException {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    Pong pong = new Pong();
    pong.reset(2024, frame);
    for (int i = 0; i < 400; i++) {
      pong.step(i * 7 % 6, frame);
      digest.update(Arrays.toString(frame).getBytes(StandardCharsets.US_ASCII));
    }
    assertEquals("1b50203ebc93fafd", HexFormat.of().formatHex(digest.digest(), 0, 8));
  }
}
