package org.spikeledger.models.environment;

import org.spikeledger.models.graph.Shape;

/**
 * A pole on a cart that is pushed left (action 0) or right (action 1) and must not fall: the task
 * of Barto, Sutton and Anderson (1983) with the equations, constants and limits of Gymnasium's
 * CartPole-v1. A step is {@value #TAU} s, by Euler's method; it gives a reward of 1. An episode
 * starts with all four values uniform in +-0.05, terminates where |position| &gt; 2.4 m or |angle|
 * &gt; 12 degrees, and is truncated after {@value #MOST_STEPS} steps.
 *
 * <p>Computed in double with {@link StrictMath}: the same seed and actions give the same episode on
 * every machine. The numbers drawn at a seed are not Gymnasium's.
 */
public final class CartPole implements Environment {

  /** Steps after which an episode is truncated. */
  public static final int MOST_STEPS = 500;

  static final double TAU = 0.02;

  private static final double GRAVITY = 9.8;
  private static final double POLE_MASS = 0.1;
  private static final double TOTAL_MASS = 1.0 + POLE_MASS;
  private static final double HALF_LENGTH = 0.5;
  private static final double POLE_MOMENT = POLE_MASS * HALF_LENGTH;
  private static final double FORCE = 10;
  private static final double MOST_POSITION = 2.4;
  private static final double MOST_ANGLE = 12 * 2 * Math.PI / 360;
  private static final double MOST_AT_RESET = 0.05;

  private final CartPoleObservation observed;
  private double position;
  private double velocity;
  private double angle;
  private double angularVelocity;
  private int steps;
  private boolean running;

  /** A pole of which the agent sees so much. */
  public CartPole(CartPoleObservation observed) {
    this.observed = observed;
  }

  @Override
  public Shape observationShape() {
    return Shape.of(observed.size());
  }

  @Override
  public int actions() {
    return 2;
  }

  @Override
  public void reset(long seed, float[] observation) {
    SplitMix64 random = new SplitMix64(seed);
    position = random.between(-MOST_AT_RESET, MOST_AT_RESET);
    velocity = random.between(-MOST_AT_RESET, MOST_AT_RESET);
    angle = random.between(-MOST_AT_RESET, MOST_AT_RESET);
    angularVelocity = random.between(-MOST_AT_RESET, MOST_AT_RESET);
    begin(observation);
  }

  /** Begins an episode in a given state: metres, metres a second, radians, radians a second. */
  void reset(double[] state, float[] observation) {
    position = state[0];
    velocity = state[1];
    angle = state[2];
    angularVelocity = state[3];
    begin(observation);
  }

  private void begin(float[] observation) {
    steps = 0;
    running = true;
    observe(observation);
  }

  @Override
  public Step step(int action, float[] observation) {
    StepCheck.check(running, action, actions());
    move(action == 1 ? FORCE : -FORCE);
    steps++;
    observe(observation);
    boolean fallen = Math.abs(position) > MOST_POSITION || Math.abs(angle) > MOST_ANGLE;
    Step step = new Step(1, fallen, !fallen && steps == MOST_STEPS);
    running = !step.ended();
    return step;
  }

  private void move(double force) {
    double cosine = StrictMath.cos(angle);
    double sine = StrictMath.sin(angle);
    double push = (force + POLE_MOMENT * (angularVelocity * angularVelocity) * sine) / TOTAL_MASS;
    double angularAcceleration =
        (GRAVITY * sine - cosine * push)
            / (HALF_LENGTH * (4.0 / 3.0 - POLE_MASS * (cosine * cosine) / TOTAL_MASS));
    double acceleration = push - POLE_MOMENT * angularAcceleration * cosine / TOTAL_MASS;
    position += TAU * velocity;
    velocity += TAU * acceleration;
    angle += TAU * angularVelocity;
    angularVelocity += TAU * angularAcceleration;
  }

  private void observe(float[] observation) {
    switch (observed) {
      case ALL -> {
        observation[0] = (float) position;
        observation[1] = (float) velocity;
        observation[2] = (float) angle;
        observation[3] = (float) angularVelocity;
      }
      case POSITIONS -> {
        observation[0] = (float) position;
        observation[1] = (float) angle;
      }
    }
  }

  @Override
  public void close() {
    running = false;
  }
}
