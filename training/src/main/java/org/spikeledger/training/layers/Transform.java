package org.spikeledger.training.layers;

import java.util.Arrays;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;

/** What happens to values between a layer of neurons and the next synapses. */
public sealed interface Transform {

  /** The transformed values; the batch dimension stays. */
  Tensor apply(Tensor values, Pass pass);

  /**
   * Mean over square windows that do not overlap.
   *
   * @param size side of a window
   */
  record AveragePooling(int size) implements Transform {
    @Override
    public Tensor apply(Tensor values, Pass pass) {
      return torch.avg_pool2d(values, size, size);
    }
  }

  /** Maps to vectors, by channel, row, column. */
  record Flattening() implements Transform {
    @Override
    public Tensor apply(Tensor values, Pass pass) {
      return values.flatten(1, -1);
    }
  }

  /**
   * Silences values at random; the same ones at every timestep of a pass.
   *
   * @param probability of silence
   */
  record Dropout(double probability) implements Transform {
    @Override
    public Tensor apply(Tensor values, Pass pass) {
      if (!pass.training() || probability == 0) {
        return values;
      }
      Tensor first = values.narrow(0, 0, values.size(0) / pass.timesteps()).detach();
      double kept = 1 - probability;
      Tensor mask =
          torch.empty_like(first).bernoulli_(kept, pass.generator()).div_(new Scalar(kept));
      long[] repeats = new long[(int) values.dim()];
      Arrays.fill(repeats, 1);
      repeats[0] = pass.timesteps();
      return values.mul(pass.timesteps() == 1 ? mask : mask.repeat(repeats));
    }
  }
}
