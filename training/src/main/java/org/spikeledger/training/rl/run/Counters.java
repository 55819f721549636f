package org.spikeledger.training.rl.run;

import java.nio.LongBuffer;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/** How far a stage has come, in memory that a checkpoint keeps. Used by one thread. */
final class Counters {
  private static final int STEPS = 0;
  private static final int EPISODES = 1;
  private static final int BEST = 2;
  private static final int SIZE = 3;

  private final Tensor content = torch.zeros(SIZE).to(ScalarType.Long);
  private final LongBuffer values = content.data_ptr_long().capacity(SIZE).asBuffer();

  Counters() {
    best(Double.NEGATIVE_INFINITY);
  }

  Tensor content() {
    return content;
  }

  /** Environment steps of the stage so far. */
  long steps() {
    return values.get(STEPS);
  }

  void step() {
    values.put(STEPS, steps() + 1);
  }

  /** Episodes begun in the stage. */
  long episodes() {
    return values.get(EPISODES);
  }

  void episode() {
    values.put(EPISODES, episodes() + 1);
  }

  /** The best mean reward of an evaluation. */
  double best() {
    return Double.longBitsToDouble(values.get(BEST));
  }

  void best(double reward) {
    values.put(BEST, Double.doubleToRawLongBits(reward));
  }
}
