package org.spikeledger.training.rl.config;

import org.spikeledger.training.config.Rules;

/**
 * How often a random action is taken (epsilon): it falls in a straight line, then stays.
 *
 * @param from epsilon at a stage's first step, 0..1
 * @param to epsilon at the end of the fall, 0..1
 * @param fraction of the stage's steps over which it falls, (0, 1]
 */
public record Exploration(double from, double to, double fraction) {

  /** Refuses values out of range. */
  public Exploration {
    Rules.require(from >= 0 && from <= 1, "it lies in 0..1", "exploration.from", from);
    Rules.require(to >= 0 && to <= 1, "it lies in 0..1", "exploration.to", to);
    Rules.require(
        fraction > 0 && fraction <= 1, "it lies in (0, 1]", "exploration.fraction", fraction);
  }

  /**
   * Epsilon at a step.
   *
   * @param step from 0
   * @param steps of the stage
   */
  public double epsilon(long step, long steps) {
    double part = step / (fraction * steps);
    return part >= 1 ? to : from + (to - from) * part;
  }
}
