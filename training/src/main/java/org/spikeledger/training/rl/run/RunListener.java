package org.spikeledger.training.rl.run;

import org.spikeledger.training.rl.config.AgentStage;

/** Is told how a run goes, in the thread that trains. */
public interface RunListener extends AutoCloseable {
  /** Tells nobody. */
  RunListener NONE = new RunListener() {};

  /** A stage begins or goes on. */
  default void stage(AgentStage stage) {}

  /** An episode of the stage ended after so many of its environment steps. */
  default void episode(long steps, double reward, double epsilon) {}

  /** A round ended, its line stands in the metrics log. */
  default void round(RoundMetrics metrics) {}

  /** Nothing more will be told. */
  @Override
  default void close() {}
}
