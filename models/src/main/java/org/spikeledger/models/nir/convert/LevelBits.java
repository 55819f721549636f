package org.spikeledger.models.nir.convert;

import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Tensor;

/**
 * Rounds the weights of each target, the rows of the first dimension, to whole multiples of one
 * step, half to even: {@code step = largest absolute weight / (2^(bits - 1) - 1)}, in double. They
 * stay float32 numbers.
 *
 * @param bits of a whole number with its sign, 2..16
 */
public record LevelBits(int bits) implements WeightRounding {

  /** Checks the number of bits. */
  public LevelBits {
    if (bits < 2 || bits > 16) {
      throw new BadInputException("weight bits lie in 2..16: weightBits=" + bits);
    }
  }

  @Override
  public Tensor round(Tensor weights) {
    float[] values = weights.toArray();
    int rows = weights.shape().dimension(0);
    int row = values.length / rows;
    for (int from = 0; from < values.length; from += row) {
      round(values, from, from + row);
    }
    return Tensor.adopt(weights.shape(), values);
  }

  private void round(float[] values, int from, int to) {
    double largest = 0;
    for (int i = from; i < to; i++) {
      largest = Math.max(largest, Math.abs(values[i]));
    }
    if (largest == 0) {
      return;
    }
    double step = largest / ((1 << (bits - 1)) - 1);
    for (int i = from; i < to; i++) {
      values[i] = (float) (Math.rint(values[i] / step) * step);
    }
  }
}
