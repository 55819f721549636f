package org.spikeledger.training.layers;

import java.nio.FloatBuffer;
import java.util.Arrays;

/**
 * The walk back through time over one block of neurons after another. Used by one thread at a time.
 */
final class BlockGradient {
  private final SpikingKernel kernel;
  private final float surrogateScale;
  private final float[] membraneGradient = new float[SpikingKernel.BLOCK];
  private final float[] potential = new float[SpikingKernel.BLOCK];
  private final float[] earlier = new float[SpikingKernel.BLOCK];
  private final float[] gradient = new float[SpikingKernel.BLOCK];
  private final float[] byZ = new float[SpikingKernel.BLOCK];
  private final float[] byPotential = new float[SpikingKernel.BLOCK];
  private final float[] total = new float[SpikingKernel.BLOCK];
  private final float[] byThreshold = new float[SpikingKernel.BLOCK];
  private final float[] byLeak = new float[SpikingKernel.BLOCK];

  BlockGradient(SpikingKernel kernel, float surrogateScale) {
    this.kernel = kernel;
    this.surrogateScale = surrogateScale;
  }

  NeuronGradient run(
      int block,
      FloatBuffer potentials,
      FloatBuffer spikeGradients,
      int repeats,
      FloatBuffer currentGradients) {
    int start = block * SpikingKernel.BLOCK;
    int length = kernel.length(block);
    for (float[] sum : new float[][] {membraneGradient, total, byThreshold, byLeak}) {
      Arrays.fill(sum, 0f);
    }
    for (int t = kernel.timesteps() - 1; t >= 0; t--) {
      potentials.get(t * kernel.size() + start, potential, 0, length);
      spikeGradients.get(t * kernel.size() + start, gradient, 0, length);
      if (t > 0) {
        potentials.get((t - 1) * kernel.size() + start, earlier, 0, length);
      } else {
        Arrays.fill(earlier, 0f);
      }
      stepBack(length);
      if (t % repeats == 0) {
        currentGradients.put(t / repeats * kernel.size() + start, total, 0, length);
        Arrays.fill(total, 0f);
      }
    }
    return new NeuronGradient(SpikingKernel.sum(byThreshold), SpikingKernel.sum(byLeak));
  }

  /**
   * Adds the gradient by the current of a timestep, from that by its spike. One value a loop: a
   * loop that writes several arrays does not run as vectors.
   */
  private void stepBack(int length) {
    differentiateSpikes(length);
    addByThreshold(length);
    float inverse = 1 / kernel.threshold();
    for (int k = 0; k < length; k++) {
      byPotential[k] = membraneGradient[k] + byZ[k] * inverse;
    }
    addByLeak(length);
    for (int k = 0; k < length; k++) {
      membraneGradient[k] = byPotential[k] * kernel.leak();
    }
    for (int k = 0; k < length; k++) {
      total[k] += byPotential[k];
    }
  }

  private void differentiateSpikes(int length) {
    float inverse = 1 / kernel.threshold();
    for (int k = 0; k < length; k++) {
      float z = potential[k] * inverse - 1;
      byZ[k] = gradient[k] * surrogateScale * Math.max(0f, 1 - Math.abs(z));
    }
  }

  private void addByThreshold(int length) {
    float threshold = kernel.threshold();
    float inverse = 1 / threshold;
    for (int k = 0; k < length; k++) {
      float p = potential[k];
      byThreshold[k] -=
          byZ[k] * p * inverse * inverse + membraneGradient[k] * SpikingKernel.spike(p, threshold);
    }
  }

  private void addByLeak(int length) {
    float threshold = kernel.threshold();
    for (int k = 0; k < length; k++) {
      float before = earlier[k] - threshold * SpikingKernel.spike(earlier[k], threshold);
      byLeak[k] += byPotential[k] * before;
    }
  }
}
