package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.encode.EncodedInput;

/**
 * Runs one stage of the plan on the buffers of one engine. All threads that share the inference
 * call each method at the same point and meet after it; none writes what another does.
 */
interface StageRunner {

  /** Starts an inference: all state is zero. */
  void begin(Member member, EncodedInput input);

  /** Runs a thread's part of one timestep. Stages of constant values are run at timestep 0 only. */
  void run(Member member, int timestep, InferenceRecord record);

  /** Ends an inference whose last timestep has been run; the first thread alone calls this. */
  default void end(int lastTimestep, InferenceRecord record) {}

  /** Whether the stage's values are the same at every timestep. */
  boolean constant();
}
