package org.spikeledger.simulator.engine;

import org.spikeledger.simulator.encode.EncodedInput;

/**
 * Runs inferences of one network. An engine is used by one thread; its state is zero at the start
 * of each inference.
 */
public interface Engine {

  /**
   * Runs one inference.
   *
   * @param sample the input's place in its dataset
   * @param input of the shape and kind that the engine was made for
   * @param record receives spikes, counters, output and digest
   * @throws org.spikeledger.models.BadInputException if shape or kind differ
   */
  void run(long sample, EncodedInput input, InferenceRecord record);

  /** An empty record of the right size for {@link #run}. */
  InferenceRecord newRecord();
}
