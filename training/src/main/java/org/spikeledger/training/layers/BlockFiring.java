package org.spikeledger.training.layers;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** The walk through time over one block of neurons after another. Used by one thread at a time. */
final class BlockFiring {
  private final SpikingKernel kernel;
  private final float[] membrane = new float[SpikingKernel.BLOCK];
  private final float[] current = new float[SpikingKernel.BLOCK];
  private final float[] potential = new float[SpikingKernel.BLOCK];
  private final float[] spike = new float[SpikingKernel.BLOCK];
  private final float[] count = new float[SpikingKernel.BLOCK];

  BlockFiring(SpikingKernel kernel) {
    this.kernel = kernel;
  }

  /** Fills a block's potentials and spikes; returns how many spikes there are. */
  long run(
      int block, FloatBuffer currents, int repeats, FloatBuffer potentials, FloatBuffer spikes) {
    int start = block * SpikingKernel.BLOCK;
    int length = kernel.length(block);
    Arrays.fill(membrane, 0f);
    Arrays.fill(count, 0f);
    for (int t = 0; t < kernel.timesteps(); t++) {
      currents.get(t / repeats * kernel.size() + start, current, 0, length);
      integrateAndFire(length);
      potentials.put(t * kernel.size() + start, potential, 0, length);
      spikes.put(t * kernel.size() + start, spike, 0, length);
    }
    return (long) SpikingKernel.sum(count);
  }

  private void integrateAndFire(int length) {
    float leak = kernel.leak();
    float threshold = kernel.threshold();
    for (int k = 0; k < length; k++) {
      float p = leak * membrane[k] + current[k];
      float s = SpikingKernel.spike(p, threshold);
      potential[k] = p;
      spike[k] = s;
      count[k] += s;
      membrane[k] = p - threshold * s;
    }
  }
}
