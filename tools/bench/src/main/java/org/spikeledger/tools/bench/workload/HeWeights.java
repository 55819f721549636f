package org.spikeledger.tools.bench.workload;

import java.util.SplittableRandom;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/**
 * Weights after He et al. (arXiv 1502.01852): normal, variance 2 / fan-in. The weights of a target
 * channel are then centred, so that its current has mean 0 and its threshold can lie above 0.
 */
final class HeWeights {

  private HeWeights() {}

  /**
   * Random weights.
   *
   * @param shape target channels first
   */
  static Tensor of(Shape shape, SplittableRandom random) {
    int fanIn = shape.size() / shape.dimension(0);
    double deviation = Math.sqrt(2.0 / fanIn);
    float[] values = new float[shape.size()];
    for (int first = 0; first < values.length; first += fanIn) {
      double sum = 0;
      for (int i = first; i < first + fanIn; i++) {
        values[i] = (float) (deviation * random.nextGaussian());
        sum += values[i];
      }
      float mean = (float) (sum / fanIn);
      for (int i = first; i < first + fanIn; i++) {
        values[i] -= mean;
      }
    }
    return Tensor.adopt(shape, values);
  }
}
