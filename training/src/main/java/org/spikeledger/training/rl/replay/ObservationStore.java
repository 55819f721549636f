package org.spikeledger.training.rl.replay;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;

/** Observations of one size in numbered places. Used by one thread. */
interface ObservationStore {

  /** Replaces what stands in a place. */
  void put(int place, float[] observation);

  /** Writes what stands in a place at the position of a buffer, which moves on. */
  void get(int place, FloatBuffer into);

  /** The memory, place x value; a checkpoint keeps it. */
  Tensor content();
}
