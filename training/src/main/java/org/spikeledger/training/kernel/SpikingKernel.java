package org.spikeledger.training.kernel;

import java.lang.foreign.MemorySegment;
import java.nio.ByteOrder;
import java.util.stream.IntStream;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

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
 * <p>Memory holds one timestep after another, each {@code size} values long, float32; a current may
 * serve several successive timesteps, and then stands there once. Work is cut into blocks of fixed
 * length and partial sums are added in block order, so the result does not depend on the number of
 * threads; the last bits of the two sums do on the width of the processor's vectors.
 *
 * @param leak in [0, 1]
 * @param threshold above 0
 * @param timesteps how many there are
 * @param repeats successive timesteps that each current serves; divides the timesteps
 * @param size values of a timestep
 */
public record SpikingKernel(float leak, float threshold, int timesteps, int repeats, int size) {
  /** Neurons that one instruction works on. */
  static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;

  /** Of the bytes of a value. */
  static final ByteOrder ORDER = ByteOrder.nativeOrder();

  /** Neurons of a block; the last one may have fewer. */
  private static final int BLOCK = 2048;

  /** Values below which waking other threads costs more than they save. */
  private static final int WORTH_SHARING = 1 << 17;

  /** Fills potentials (before the spike test) and spikes; returns how many spikes there are. */
  public long fire(MemorySegment currents, MemorySegment potentials, MemorySegment spikes) {
    BlockFiring firing = new BlockFiring(this, currents, potentials, spikes);
    return blocks().mapToLong(firing::run).sum();
  }

  /**
   * Turns the loss's gradient by the spikes into that by the currents.
   *
   * @param currentGradients filled, as long as the currents were
   */
  public NeuronGradient backward(
      MemorySegment potentials,
      MemorySegment spikeGradients,
      double surrogateScale,
      MemorySegment currentGradients) {
    BlockGradient gradient =
        new BlockGradient(
            this, potentials, spikeGradients, (float) surrogateScale, currentGradients);
    return blocks().mapToObj(gradient::run).toList().stream()
        .reduce(new NeuronGradient(0, 0), NeuronGradient::plus);
  }

  /** First neuron of a block. */
  int start(int block) {
    return block * BLOCK;
  }

  /** The neuron after a block's last. */
  int end(int block) {
    return Math.min(size, start(block) + BLOCK);
  }

  /** Where a value lies, in bytes. */
  long offset(int timestep, int neuron) {
    return Float.BYTES * ((long) timestep * size + neuron);
  }

  private IntStream blocks() {
    IntStream blocks = IntStream.range(0, (size + BLOCK - 1) / BLOCK);
    return (long) size * timesteps < WORTH_SHARING ? blocks : blocks.parallel();
  }
}
