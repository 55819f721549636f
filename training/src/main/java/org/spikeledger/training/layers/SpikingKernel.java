package org.spikeledger.training.layers;

import java.nio.FloatBuffer;
import java.util.stream.IntStream;

/**
 * The arithmetic of a layer of neurons over all timesteps of a pass, and its derivative, neuron by
 * neuron. With I the current, p the potential before the spike test, U after reset:
 *
 * <pre>
 *   p[t] = leak * U[t-1] + I[t]      U[-1] = 0
 *   s[t] = 1 if p[t] &gt; threshold
 *   U[t] = p[t] - threshold * s[t]
 * </pre>
 *
 * Backwards, s[t] counts as a function of z = p / threshold - 1 with the derivative {@code scale *
 * max(0, 1 - |z|)}, and as a constant where it stands in the reset.
 *
 * <p>Buffers hold one timestep after another, each {@code size} values long; a current may serve
 * several successive timesteps, and then stands there once. Work is cut into blocks of fixed length
 * and partial sums are added in block order, so the result does not depend on the number of
 * threads.
 */
final class SpikingKernel {
  /** Neurons that are worked on together. */
  static final int BLOCK = 2048;

  /** Values below which waking other threads costs more than they save. */
  private static final int WORTH_SHARING = 1 << 17;

  private final float leak;
  private final float threshold;
  private final int timesteps;
  private final int size;

  SpikingKernel(float leak, float threshold, int timesteps, int size) {
    this.leak = leak;
    this.threshold = threshold;
    this.timesteps = timesteps;
    this.size = size;
  }

  float leak() {
    return leak;
  }

  float threshold() {
    return threshold;
  }

  int timesteps() {
    return timesteps;
  }

  /** Values of a timestep. */
  int size() {
    return size;
  }

  /** Fills potentials (before the spike test) and spikes; returns how many spikes there are. */
  long fire(FloatBuffer currents, int repeats, FloatBuffer potentials, FloatBuffer spikes) {
    Reused<BlockFiring> memory = new Reused<>(() -> new BlockFiring(this));
    return blocks()
        .mapToLong(
            block ->
                memory.with(firing -> firing.run(block, currents, repeats, potentials, spikes)))
        .sum();
  }

  /**
   * Turns the loss's gradient by the spikes into that by the currents.
   *
   * @param currentGradients filled, as long as the currents were
   */
  NeuronGradient backward(
      FloatBuffer potentials,
      FloatBuffer spikeGradients,
      int repeats,
      double surrogateScale,
      FloatBuffer currentGradients) {
    NeuronGradient[] partial = new NeuronGradient[(size + BLOCK - 1) / BLOCK];
    Reused<BlockGradient> memory =
        new Reused<>(() -> new BlockGradient(this, (float) surrogateScale));
    blocks()
        .forEach(
            block ->
                partial[block] =
                    memory.with(
                        each ->
                            each.run(
                                block, potentials, spikeGradients, repeats, currentGradients)));
    NeuronGradient total = new NeuronGradient(0, 0);
    for (NeuronGradient part : partial) {
      total = total.plus(part);
    }
    return total;
  }

  // 1 where the potential is above the threshold, else 0: without a branch, because spikes are
  // unpredictable and the loops around this then run as vectors.
  static float spike(float potential, float threshold) {
    return Math.max(0f, Math.signum(potential - threshold));
  }

  /** Neurons of a block: the last one may be shorter. */
  int length(int block) {
    return Math.min(BLOCK, size - block * BLOCK);
  }

  private IntStream blocks() {
    IntStream blocks = IntStream.range(0, (size + BLOCK - 1) / BLOCK);
    return (long) size * timesteps < WORTH_SHARING ? blocks : blocks.parallel();
  }

  /** The sum of a block's values, in four parts so that no addition waits for the one before. */
  static double sum(float[] values) {
    double[] parts = new double[4];
    for (int i = 0; i < BLOCK; i += 4) {
      parts[0] += values[i];
      parts[1] += values[i + 1];
      parts[2] += values[i + 2];
      parts[3] += values[i + 3];
    }
    return parts[0] + parts[1] + (parts[2] + parts[3]);
  }
}
