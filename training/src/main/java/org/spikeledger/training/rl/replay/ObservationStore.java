package org.spikeledger.training.rl.replay;

import java.nio.FloatBuffer;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;

/** Observations of one size in numbered places. Used by one thread. */
interface ObservationStore {

  /** A checkpoint, of less than 2 GiB, keeps all of it beside the networks. */
  long MOST_BYTES = 3L << 29;

  /**
   * Refuses more than a checkpoint can keep.
   *
   * @throws BadInputException with the numbers that are too large together
   */
  static void requireRoom(int places, int size, int bytesOfValue) {
    if ((long) places * size > MOST_BYTES / bytesOfValue) {
      throw new BadInputException(
          "a replay buffer has at most 1.5 GiB, which a checkpoint keeps:"
              + " capacity=%d valuesPerObservation=%d bytesPerValue=%d"
                  .formatted(places, size, bytesOfValue));
    }
  }

  /** Replaces what stands in a place. */
  void put(int place, float[] observation);

  /** Writes what stands in a place at the position of a buffer, which moves on. */
  void get(int place, FloatBuffer into);

  /** The memory, place x value; a checkpoint keeps it. */
  Tensor content();
}
