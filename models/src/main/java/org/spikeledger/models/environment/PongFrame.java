package org.spikeledger.models.environment;

import java.util.Arrays;

/**
 * Draws a game of Pong: the field is 0, the opponent's paddle {@value #OPPONENT}, the agent's
 * {@value #AGENT}, the ball {@value #BALL}. Only whole pixels are drawn, where things are now: no
 * trace of where they were.
 */
final class PongFrame {

  static final float OPPONENT = 96;
  static final float AGENT = 160;
  static final float BALL = 255;

  private PongFrame() {}

  static void draw(PongGame game, float[] frame) {
    Arrays.fill(frame, 0);
    rectangle(
        frame,
        PongGame.OPPONENT_COLUMN,
        game.opponent(),
        PongGame.PADDLE_WIDTH,
        PongGame.PADDLE_HEIGHT,
        OPPONENT);
    rectangle(
        frame,
        PongGame.AGENT_COLUMN,
        game.agent(),
        PongGame.PADDLE_WIDTH,
        PongGame.PADDLE_HEIGHT,
        AGENT);
    if (game.isBallInPlay()) {
      rectangle(
          frame, game.ballColumn(), game.ballRow(), PongGame.BALL_SIZE, PongGame.BALL_SIZE, BALL);
    }
  }

  /** Fills what of a rectangle lies in the frame; its place in units of the game. */
  private static void rectangle(
      float[] frame, int column, int row, int width, int height, float grey) {
    int left = column >> PongGame.UNIT_BITS;
    int top = row >> PongGame.UNIT_BITS;
    int from = Math.max(0, left);
    int to = Math.min(PongGame.SIDE, left + (width >> PongGame.UNIT_BITS));
    for (int y = top; y < top + (height >> PongGame.UNIT_BITS); y++) {
      if (from < to) {
        Arrays.fill(frame, y * PongGame.SIDE + from, y * PongGame.SIDE + to, grey);
      }
    }
  }
}
