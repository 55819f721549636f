package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.ScalarOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/**
 * Spikes with the triangle as their derivative, by libtorch's own operations and the detach trick.
 */
final class SurrogateOracle {
  private SurrogateOracle() {}

  /** 1 where the potential is above the threshold; the derivative's height is 0.3. */
  static Tensor spike(Tensor potential, Tensor threshold) {
    Tensor z = potential.div(threshold).sub(new Scalar(1f));
    Tensor hard = potential.gt(threshold).to(torch.ScalarType.Float);
    Tensor near = z.clamp(scalar(-1f), scalar(1f));
    Tensor soft = near.sub(near.mul(near.abs()).mul(new Scalar(0.5f))).mul(new Scalar(0.3f));
    return hard.detach().add(soft.sub(soft.detach()));
  }

  private static ScalarOptional scalar(float value) {
    return new ScalarOptional(new Scalar(value));
  }
}
