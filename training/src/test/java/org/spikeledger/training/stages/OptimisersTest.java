package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.util.List;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.spikeledger.training.config.OptimiserConfiguration;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class OptimisersTest {

  /** Gradients are zero, so that nothing but the decay is left. */
  @Test
  void onlyWeightsDecayAndTheyByTheRateThatIsSet() {
    Tensor weight = FloatTensors.parameter(FloatTensors.of(new float[] {1, -2}, 1, 2));
    Tensor threshold = FloatTensors.parameter(FloatTensors.of(new float[] {1}, 1));
    Optimizer optimiser =
        Optimisers.make(new OptimiserConfiguration.AdamW(0.5, 0.25), List.of(threshold, weight));
    Optimisers.setLearningRate(optimiser, 0.125);
    weight.sum().add(threshold.sum()).mul(FloatTensors.scalar(0)).backward();
    optimiser.step();
    assertArrayEquals(
        new float[] {1 - 0.125f * 0.25f, -2 * (1 - 0.125f * 0.25f)}, FloatTensors.values(weight));
    assertArrayEquals(new float[] {1}, FloatTensors.values(threshold));
  }
}
