package org.spikeledger.training.stages;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.global.torch;

/**
 * Every epoch draws from streams of its own, derived from the run's seed: a resumed run draws what
 * an unbroken one would have drawn.
 */
final class RandomStreams {
  private static final long INITIAL_WEIGHTS = -1;

  private RandomStreams() {}

  static SplittableRandom initialWeights(long seed) {
    return new SplittableRandom(mixed(seed, INITIAL_WEIGHTS, 0));
  }

  /** Order and augmentation of an epoch; also seeds libtorch, which draws the dropout masks. */
  static SplittableRandom epoch(long seed, int stage, int epoch) {
    SplittableRandom random = new SplittableRandom(mixed(seed, stage, epoch));
    torch.manual_seed(random.nextLong() >>> 1);
    return random;
  }

  private static long mixed(long seed, long stage, long epoch) {
    long a = new SplittableRandom(seed).nextLong();
    long b = new SplittableRandom(a ^ stage).nextLong();
    return new SplittableRandom(b ^ epoch).nextLong();
  }
}
