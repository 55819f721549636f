package org.spikeledger.training.layers;

import java.nio.FloatBuffer;
import java.util.Arrays;

/** The walk back through time over one block of neurons. */
final class BlockGradient {
  private final SpikingKernel kernel;
  private final int start;
  private final float surrogateScale;
  private final float[] membraneGradient;
  private final float[] potential;
  private final float[] earlier;
  private final float[] gradient;
  private final float[] byThreshold;
  private final float[] byLeak;

  BlockGradient(SpikingKernel kernel, int start, float surrogateScale) {
    this.kernel = kernel;
    this.start = start;
    this.surrogateScale = surrogateScale;
    int length = Math.min(SpikingKernel.BLOCK, kernel.size() - start);
    membraneGradient = new float[length];
    potential = new float[length];
    earlier = new float[length];
    gradient = new float[length];
    byThreshold = new float[length];
    byLeak = new float[length];
  }

  NeuronGradient run(
      FloatBuffer potentials,
      FloatBuffer spikeGradients,
      int repeats,
      FloatBuffer currentGradients) {
    float[] total = new float[gradient.length];
    for (int t = kernel.timesteps() - 1; t >= 0; t--) {
      potentials.get(t * kernel.size() + start, potential);
      spikeGradients.get(t * kernel.size() + start, gradient);
      if (t > 0) {
        potentials.get((t - 1) * kernel.size() + start, earlier);
      }
      stepBack(t == 0 ? 0f : 1f);
      add(total, gradient);
      if (t % repeats == 0) {
        currentGradients.put(t / repeats * kernel.size() + start, total);
        Arrays.fill(total, 0f);
      }
    }
    return new NeuronGradient(SpikingKernel.sum(byThreshold), SpikingKernel.sum(byLeak));
  }

  /** Replaces the gradient by the spike with that by the current of the same timestep. */
  private void stepBack(float hasEarlier) {
    float threshold = kernel.threshold();
    float leak = kernel.leak();
    float inverse = 1 / threshold;
    for (int k = 0; k < gradient.length; k++) {
      float p = potential[k];
      float spike = kernel.spike(p);
      float z = p * inverse - 1;
      float byZ = gradient[k] * surrogateScale * Math.max(0f, 1 - Math.abs(z));
      float byPotential = membraneGradient[k] + byZ * inverse;
      byThreshold[k] -= byZ * p * inverse * inverse + membraneGradient[k] * spike;
      float before = earlier[k] - threshold * kernel.spike(earlier[k]);
      byLeak[k] += byPotential * before * hasEarlier;
      membraneGradient[k] = byPotential * leak;
      gradient[k] = byPotential;
    }
  }

  private static void add(float[] total, float[] values) {
    for (int k = 0; k < total.length; k++) {
      total[k] += values[k];
    }
  }
}
