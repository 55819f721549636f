package org.spikeledger.training.rl.config;

import org.spikeledger.training.config.Rules;

/**
 * When and how an agent is measured: without exploration, over episodes that begin alike each time.
 *
 * @param everySteps environment steps after which it is measured, at the next end of an episode;
 *     then a checkpoint is written too
 * @param episodes played each time
 */
public record EvaluationConfiguration(int everySteps, int episodes) {

  /** Refuses values out of range. */
  public EvaluationConfiguration {
    Rules.require(everySteps > 0, "it is positive", "evaluation.everySteps", everySteps);
    Rules.require(
        episodes > 0 && episodes <= 10_000, "it lies in 1..10000", "evaluation.episodes", episodes);
  }
}
