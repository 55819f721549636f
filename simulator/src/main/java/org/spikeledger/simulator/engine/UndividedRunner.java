package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.encode.EncodedInput;

/**
 * Runs a stage that the first thread does alone: it writes all that the stage leaves, between the
 * meeting before and the meeting after it.
 */
interface UndividedRunner extends StageRunner {

  /** Starts an inference: all state is zero. */
  default void begin(EncodedInput input) {}

  /** Runs one timestep. */
  void run(int timestep, InferenceRecord record);

  @Override
  default void begin(Member member, EncodedInput input) {
    if (member.isFirst()) {
      begin(input);
    }
  }

  @Override
  default void run(Member member, int timestep, InferenceRecord record) {
    if (member.isFirst()) {
      run(timestep, record);
    }
  }
}
