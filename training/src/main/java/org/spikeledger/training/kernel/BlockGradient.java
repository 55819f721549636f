package org.spikeledger.training.kernel;

import java.lang.foreign.MemorySegment;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;

/**
 * The walk back through time over blocks of neurons, some neurons side by side from the last
 * timestep to the first.
 *
 * @param kernel whose neurons they are
 * @param potentials before the spike test
 * @param spikeGradients of the loss by the spikes
 * @param surrogateScale height of the surrogate gradient
 * @param currentGradients filled, of the loss by the currents
 */
record BlockGradient(
    SpikingKernel kernel,
    MemorySegment potentials,
    MemorySegment spikeGradients,
    float surrogateScale,
    MemorySegment currentGradients) {

  /** Fills a block's gradients by its currents; returns those by threshold and leak. */
  NeuronGradient run(int block) {
    float[] byThreshold = new float[SpikingKernel.LANES.length()];
    float[] byLeak = new float[SpikingKernel.LANES.length()];
    int end = kernel.end(block);
    for (int i = kernel.start(block); i < end; i += SpikingKernel.LANES.length()) {
      walkBack(i, end, byThreshold, byLeak);
    }
    return new NeuronGradient(sum(byThreshold), sum(byLeak));
  }

  /** Takes some neurons from the last timestep to the first; adds to the two gradients by lane. */
  private void walkBack(int first, int end, float[] byThreshold, float[] byLeak) {
    float threshold = kernel.threshold();
    float inverse = 1 / threshold;
    VectorMask<Float> inside = SpikingKernel.LANES.indexInRange(first, end);
    FloatVector thresholds = FloatVector.fromArray(SpikingKernel.LANES, byThreshold, 0);
    FloatVector leaks = FloatVector.fromArray(SpikingKernel.LANES, byLeak, 0);
    FloatVector byMembrane = FloatVector.zero(SpikingKernel.LANES);
    FloatVector byCurrent = FloatVector.zero(SpikingKernel.LANES);
    FloatVector potential = load(potentials, kernel.timesteps() - 1, first, inside);
    for (int t = kernel.timesteps() - 1; t >= 0; t--) {
      FloatVector z = potential.mul(inverse).sub(1);
      FloatVector triangle = z.abs().neg().add(1).max(0);
      FloatVector byZ = load(spikeGradients, t, first, inside).mul(surrogateScale).mul(triangle);
      thresholds =
          thresholds
              .sub(byZ.mul(potential).mul(inverse * inverse))
              .sub(byMembrane, potential.compare(VectorOperators.GT, threshold));
      FloatVector byPotential = byMembrane.add(byZ.mul(inverse));
      if (t > 0) {
        potential = load(potentials, t - 1, first, inside);
        VectorMask<Float> spike = potential.compare(VectorOperators.GT, threshold, inside);
        leaks = leaks.add(byPotential.mul(potential.sub(threshold, spike)));
      }
      byMembrane = byPotential.mul(kernel.leak());
      byCurrent = byCurrent.add(byPotential);
      if (t % kernel.repeats() == 0) {
        long at = kernel.offset(t / kernel.repeats(), first);
        byCurrent.intoMemorySegment(currentGradients, at, SpikingKernel.ORDER, inside);
        byCurrent = FloatVector.zero(SpikingKernel.LANES);
      }
    }
    thresholds.intoArray(byThreshold, 0);
    leaks.intoArray(byLeak, 0);
  }

  private FloatVector load(
      MemorySegment values, int timestep, int first, VectorMask<Float> inside) {
    return FloatVector.fromMemorySegment(
        SpikingKernel.LANES, values, kernel.offset(timestep, first), SpikingKernel.ORDER, inside);
  }

  private static double sum(float[] lanes) {
    double sum = 0;
    for (float lane : lanes) {
      sum += lane;
    }
    return sum;
  }
}
