package org.spikeledger.models.environment;

/**
 * The rules of {@link Pong}, a frame at a time. Places and speeds are whole numbers of 1/256 pixel
 * and of that a frame; a thing's place is its upper left corner, rows count downwards.
 *
 * <ul>
 *   <li>The agent's paddle moves one pixel a frame. The opponent's follows the ball's middle at
 *       {@value #OPPONENT_SPEED} units a frame: it misses steep balls.
 *   <li>A ball is served from the middle column after {@value #PAUSE} frames, at a random row and a
 *       random slant, towards a random side first, later towards whoever lost the last point.
 *   <li>Upper and lower edge reflect it. A paddle sends it back the faster, the longer the rally,
 *       and the steeper, the farther from the paddle's middle it was hit, with a little chance in
 *       it, so that no rally repeats for ever.
 * </ul>
 */
final class PongGame {

  /** Rows and columns of the field, in pixels. */
  static final int SIDE = 84;

  static final int UNIT_BITS = 8;
  static final int POINTS_TO_WIN = 21;

  private static final int PIXEL = 1 << UNIT_BITS;

  static final int PADDLE_WIDTH = 2 * PIXEL;
  static final int PADDLE_HEIGHT = 10 * PIXEL;
  static final int BALL_SIZE = 2 * PIXEL;
  static final int OPPONENT_COLUMN = 6 * PIXEL;
  static final int AGENT_COLUMN = 76 * PIXEL;

  static final int AGENT_SPEED = PIXEL;
  static final int OPPONENT_SPEED = 160;
  private static final int PAUSE = 16;

  private static final int LOWEST_PADDLE = SIDE * PIXEL - PADDLE_HEIGHT;
  private static final int LOWEST_BALL = SIDE * PIXEL - BALL_SIZE;
  private static final int SERVE_SPEED = PIXEL;
  private static final int FASTER_BY = PIXEL / 8;
  private static final int MOST_SPEED = 5 * PIXEL / 2;
  private static final int SERVE_SLANT = PIXEL / 2;
  private static final int SLANT_OF_CHANCE = PIXEL / 8;

  private SplitMix64 random;
  private int agent;
  private int opponent;
  private int ballColumn;
  private int ballRow;
  private int speed;
  private int toRight;
  private int slant;
  private int pause;
  private int agentPoints;
  private int opponentPoints;

  /** Begins a game with no points. */
  void begin(long seed) {
    random = new SplitMix64(seed);
    agent = LOWEST_PADDLE / 2;
    opponent = LOWEST_PADDLE / 2;
    agentPoints = 0;
    opponentPoints = 0;
    awaitServe(random.between(0, 1) == 0 ? -1 : 1);
  }

  /**
   * Plays one frame.
   *
   * @param direction of the agent's paddle: -1 up, 0, 1 down
   * @return 1 for a point of the agent, -1 for one of the opponent, else 0
   */
  int frame(int direction) {
    agent = moved(agent, direction * AGENT_SPEED);
    moveOpponent();
    if (pause > 0) {
      pause--;
      return 0;
    }
    moveBall();
    int point = ballColumn > SIDE * PIXEL ? -1 : ballColumn < -BALL_SIZE ? 1 : 0;
    if (point != 0) {
      agentPoints += point > 0 ? 1 : 0;
      opponentPoints += point < 0 ? 1 : 0;
      awaitServe(-point);
    }
    return point;
  }

  private void awaitServe(int direction) {
    pause = PAUSE;
    toRight = direction;
    speed = SERVE_SPEED;
    ballColumn = (SIDE * PIXEL - BALL_SIZE) / 2;
    ballRow = random.between(LOWEST_BALL / 4, LOWEST_BALL * 3 / 4);
    slant = random.between(-SERVE_SLANT, SERVE_SLANT);
  }

  private void moveOpponent() {
    int target = isBallInPlay() ? middle(ballRow, BALL_SIZE) : SIDE * PIXEL / 2;
    int way = target - middle(opponent, PADDLE_HEIGHT);
    int move = Math.clamp(way, -OPPONENT_SPEED, OPPONENT_SPEED);
    opponent = moved(opponent, move);
  }

  private static int moved(int paddle, int by) {
    return Math.clamp(paddle + (long) by, 0, LOWEST_PADDLE);
  }

  private void moveBall() {
    int before = ballColumn;
    ballColumn += toRight * speed;
    ballRow += slant;
    if (ballRow < 0 || ballRow > LOWEST_BALL) {
      ballRow = ballRow < 0 ? -ballRow : 2 * LOWEST_BALL - ballRow;
      slant = -slant;
    }
    if (toRight > 0) {
      int face = AGENT_COLUMN - BALL_SIZE;
      bounce(before <= face && ballColumn > face, face, agent);
    } else {
      int face = OPPONENT_COLUMN + PADDLE_WIDTH;
      bounce(before >= face && ballColumn < face, face, opponent);
    }
  }

  private void bounce(boolean reached, int face, int paddle) {
    boolean meets = ballRow + BALL_SIZE > paddle && ballRow < paddle + PADDLE_HEIGHT;
    if (reached && meets) {
      int offset = middle(ballRow, BALL_SIZE) - middle(paddle, PADDLE_HEIGHT);
      slant = offset / 3 + random.between(-SLANT_OF_CHANCE, SLANT_OF_CHANCE);
      ballColumn = face;
      toRight = -toRight;
      speed = Math.min(MOST_SPEED, speed + FASTER_BY);
    }
  }

  private static int middle(int place, int extent) {
    return place + extent / 2;
  }

  /** Whether someone has all points. */
  boolean isWon() {
    return Math.max(agentPoints, opponentPoints) == POINTS_TO_WIN;
  }

  /** Whether there is a ball; between a point and the serve there is none. */
  boolean isBallInPlay() {
    return pause == 0;
  }

  int agent() {
    return agent;
  }

  int opponent() {
    return opponent;
  }

  int ballColumn() {
    return ballColumn;
  }

  int ballRow() {
    return ballRow;
  }
}
