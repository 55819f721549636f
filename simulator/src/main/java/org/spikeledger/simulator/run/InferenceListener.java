package org.spikeledger.simulator.run;

import org.spikeledger.simulator.engine.InferenceRecord;

/**
 * Receives every inference of a run in dataset order, on one thread: the one that called the run,
 * or its own where it listens side by side. While it works, at most a bounded number of inferences
 * wait for it; then the simulation waits.
 */
public interface InferenceListener {

  /**
   * An inference is complete.
   *
   * @param record valid during the call
   * @param label the input's class, or -1
   */
  void onInference(InferenceRecord record, int label);
}
