package org.spikeledger.training.rl.run;

/**
 * How fast a stage trains here.
 *
 * @param stage its name
 * @param timesteps T; 0 for the ANN
 * @param steps of the environment at most
 * @param trainEvery environment steps between learning steps
 * @param actingSeconds an environment step and the choice of its action
 * @param learningSeconds a learning step
 */
public record StageSpeed(
    String stage,
    int timesteps,
    int steps,
    int trainEvery,
    double actingSeconds,
    double learningSeconds) {

  /** All steps at this speed, without evaluations. */
  public double estimatedSeconds() {
    return steps * (actingSeconds + learningSeconds / trainEvery);
  }
}
