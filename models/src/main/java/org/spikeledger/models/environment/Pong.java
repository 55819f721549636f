package org.spikeledger.models.environment;

import org.spikeledger.models.graph.Shape;

/**
 * Pong as a game of our own: two paddles, a ball, the first to {@value PongGame#POINTS_TO_WIN}
 * points; the agent plays on the right. An observation is one frame, (1, 84, 84), grey 0..255
 * ({@link PongFrame}). A step repeats its action for a number of frames, its reward is the agent's
 * points less the opponent's in these, and what is seen is the last of them.
 *
 * <p>The six actions are those of Atari's game, in its order: 0 nothing, 1 fire, 2 up, 3 down, 4 up
 * and fire, 5 down and fire. The ball is served by itself, so fire does nothing.
 *
 * <p>All in whole numbers: the same seed and actions give the same frames on every machine.
 */
public final class Pong implements Environment {

  /** Frames an action is repeated for, as usual. */
  public static final int FRAME_SKIP = 4;

  /** Steps after which an episode is truncated, at the usual frame skip. */
  public static final int MOST_STEPS = 10_000;

  private static final int ACTIONS = 6;

  private final int frameSkip;
  private final int mostSteps;
  private final PongGame game = new PongGame();
  private int steps;
  private boolean running;

  /** The usual game. */
  public Pong() {
    this(FRAME_SKIP, MOST_STEPS);
  }

  /**
   * A game.
   *
   * @param frameSkip frames a step, at least 1
   * @param mostSteps after which an episode is truncated, at least 1
   */
  public Pong(int frameSkip, int mostSteps) {
    this.frameSkip = frameSkip;
    this.mostSteps = mostSteps;
  }

  @Override
  public Shape observationShape() {
    return Shape.of(1, PongGame.SIDE, PongGame.SIDE);
  }

  @Override
  public int actions() {
    return ACTIONS;
  }

  @Override
  public void reset(long seed, float[] observation) {
    game.begin(seed);
    steps = 0;
    running = true;
    PongFrame.draw(game, observation);
  }

  @Override
  public Step step(int action, float[] observation) {
    StepCheck.check(running, action, ACTIONS);
    int reward = 0;
    for (int frame = 0; frame < frameSkip && !game.isWon(); frame++) {
      reward += game.frame(direction(action));
    }
    steps++;
    PongFrame.draw(game, observation);
    Step step = new Step(reward, game.isWon(), !game.isWon() && steps == mostSteps);
    running = !step.ended();
    return step;
  }

  private static int direction(int action) {
    return switch (action) {
      case 2, 4 -> -1;
      case 3, 5 -> 1;
      default -> 0;
    };
  }

  @Override
  public void close() {
    running = false;
  }
}
