package org.spikeledger.training.layers;

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
    float threshold = kernel.threshold();
    float inverse = 1 / threshold;
    int end = kernel.end(block);
    FloatVector byThreshold = FloatVector.zero(SpikingKernel.LANES);
    FloatVector byLeak = FloatVector.zero(SpikingKernel.LANES);
    for (int i = kernel.start(block); i < end; i += SpikingKernel.LANES.length()) {
      VectorMask<Float> inside = SpikingKernel.LANES.indexInRange(i, end);
      FloatVector byMembrane = FloatVector.zero(SpikingKernel.LANES);
      FloatVector byCurrent = FloatVector.zero(SpikingKernel.LANES);
      FloatVector potential = load(potentials, kernel.timesteps() - 1, i, inside);
      for (int t = kernel.timesteps() - 1; t >= 0; t--) {
        FloatVector z = potential.mul(inverse).sub(1);
        FloatVector byZ =
            load(spikeGradients, t, i, inside).mul(surrogateScale).mul(z.abs().neg().add(1).max(0));
        byThreshold =
            byThreshold
                .sub(byZ.mul(potential).mul(inverse * inverse))
                .sub(byMembrane, potential.compare(VectorOperators.GT, threshold));
        FloatVector byPotential = byMembrane.add(byZ.mul(inverse));
        if (t > 0) {
          FloatVector earlier = load(potentials, t - 1, i, inside);
          byLeak =
              byLeak.add(
                  byPotential.mul(
                      earlier.sub(
                          threshold, earlier.compare(VectorOperators.GT, threshold, inside))));
          potential = earlier;
        }
        byMembrane = byPotential.mul(kernel.leak());
        byCurrent = byCurrent.add(byPotential);
        if (t % kernel.repeats() == 0) {
          byCurrent.intoMemorySegment(
              currentGradients,
              kernel.offset(t / kernel.repeats(), i),
              SpikingKernel.ORDER,
              inside);
          byCurrent = FloatVector.zero(SpikingKernel.LANES);
        }
      }
    }
    return new NeuronGradient(sum(byThreshold), sum(byLeak));
  }

  private FloatVector load(
      MemorySegment values, int timestep, int first, VectorMask<Float> inside) {
    return FloatVector.fromMemorySegment(
        SpikingKernel.LANES, values, kernel.offset(timestep, first), SpikingKernel.ORDER, inside);
  }

  // Lane by lane: in what order a vector's own sum adds is left open.
  private static double sum(FloatVector values) {
    double sum = 0;
    for (float value : values.toArray()) {
      sum += value;
    }
    return sum;
  }
}
