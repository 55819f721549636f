package org.spikeledger.training.layers;

import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * Convolutions of stride 1 over maps hardly larger than their kernel, in training.
 *
 * <p>The gradient by the weights is itself a convolution: over the input with channels and images
 * changed for one another, with the gradient by the currents as its kernel. Done that way it takes
 * a ninth of the time of libtorch's own for 256 x 256 channels of 2 x 2 in bfloat16, half of it at
 * 4 x 4, and twice as long at 8 x 8 ({@code training/bench/SmallMapsBench.java}).
 */
final class SmallMaps {
  private static final int LARGEST = 4;

  private SmallMaps() {}

  /** Whether the way of this class is the faster one. */
  static boolean pay(Tensor input, int stride, Pass pass) {
    // A single image would become a single channel, where this build of libtorch is wrong.
    return pass.training()
        && pass.precision() == Precision.BFLOAT16
        && stride == 1
        && input.size(0) > 1
        && input.size(2) <= LARGEST
        && input.size(3) <= LARGEST;
  }

  /**
   * Currents whose gradient by the weight is worked out late.
   *
   * @param input in the precision of the pass
   * @param weight float32, learned
   */
  static Tensor currents(Tensor input, Tensor weight, TensorOptional bias, int padding, Pass pass) {
    Tensor fixed = FloatTensors.dense(pass.lowered(weight.detach()));
    Tensor currents = convolve(input, fixed, bias, padding);
    currents.retain_grad();
    pass.late().add(() -> accumulate(weight, input.detach(), currents.grad(), padding));
    return currents;
  }

  private static void accumulate(Tensor weight, Tensor input, Tensor gradients, int padding) {
    Tensor byWeight =
        convolve(
                FloatTensors.dense(input.transpose(0, 1)),
                FloatTensors.dense(gradients.transpose(0, 1)),
                new TensorOptional(),
                padding)
            .transpose(0, 1)
            .to(ScalarType.Float);
    FloatTensors.backward(weight, byWeight);
  }

  private static Tensor convolve(Tensor input, Tensor weight, TensorOptional bias, int padding) {
    return torch.conv2d(
        input,
        weight,
        bias,
        new long[] {1, 1},
        new long[] {padding, padding},
        new long[] {1, 1},
        1);
  }
}
