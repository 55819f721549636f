package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.encode.EncodedInput;

/** Runs one stage of the plan on the buffers of one engine, by the engine's one thread. */
interface StageRunner {

  /** Starts an inference: all state is zero. */
  default void begin(EncodedInput input) {}

  /** Runs one timestep. Stages of constant values are run at timestep 0 only. */
  void run(int timestep, InferenceRecord record);

  /** Ends an inference whose last timestep has been run. */
  default void end(int lastTimestep, InferenceRecord record) {}

  /** Whether the stage's values are the same at every timestep. */
  boolean constant();
}
