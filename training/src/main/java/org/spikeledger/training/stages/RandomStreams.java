package org.spikeledger.training.stages;

import java.util.SplittableRandom;
import org.bytedeco.pytorch.global.torch;

/**
 * Every epoch draws from streams of its own, derived from the run's seed: a resumed run draws what
 * an unbroken one would have drawn.
 */
public final class RandomStreams {
  /** The purpose of the streams by which conversions draw images, and agents meet observations. */
  public static final long CONVERSION = -2;

  /** The purpose of the streams from which the episodes of an agent's evaluations begin. */
  public static final long EVALUATION = -3;

  private static final long INITIAL_WEIGHTS = -1;

  private RandomStreams() {}

  /** From which weights are drawn. */
  public static SplittableRandom initialWeights(long seed) {
    return new SplittableRandom(mixed(seed, INITIAL_WEIGHTS, 0));
  }

  /** Order and augmentation of an epoch; also seeds libtorch, which draws the dropout masks. */
  static SplittableRandom epoch(long seed, int stage, int epoch) {
    SplittableRandom random = new SplittableRandom(mixed(seed, stage, epoch));
    torch.manual_seed(random.nextLong() >>> 1);
    return random;
  }

  /**
   * A stream of its own.
   *
   * @param purpose what it is for; a stage's index is one
   * @param index of the part of it
   */
  public static SplittableRandom of(long seed, long purpose, long index) {
    return new SplittableRandom(mixed(seed, purpose, index));
  }

  private static long mixed(long seed, long stage, long epoch) {
    long a = new SplittableRandom(seed).nextLong();
    long b = new SplittableRandom(a ^ stage).nextLong();
    return new SplittableRandom(b ^ epoch).nextLong();
  }
}
