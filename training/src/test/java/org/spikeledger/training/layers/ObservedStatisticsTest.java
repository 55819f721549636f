package org.spikeledger.training.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class ObservedStatisticsTest {
  private static final int IMAGES = 8;
  private static final int PIXELS = 9;

  private final SplittableRandom random = new SplittableRandom(3);
  private final float[] first = draw();
  private final float[] second = draw();
  private final AnnNetwork network = doubling();

  /** One channel, each value times two, then normalised. */
  private static AnnNetwork doubling() {
    Tensor two = FloatTensors.of(new float[] {2}, 1, 1, 1, 1);
    Tensor ones = FloatTensors.of(new float[] {1, 1, 1, 1, 1, 1, 1, 1, 1}, 1, PIXELS);
    return AnnNetwork.initial(
        List.of(
            new WeightedLayer("conv1", List.of(), new Synapses.Convolution(two, null, 1, 0)),
            new WeightedLayer(
                "linear2", List.of(new Transform.Flattening()), new Synapses.Linear(ones, null))),
        true,
        Precision.FLOAT32);
  }

  private float[] draw() {
    float[] values = new float[IMAGES * PIXELS];
    for (int i = 0; i < values.length; i++) {
      values[i] = (float) random.nextGaussian(0.5, 2);
    }
    return values;
  }

  private void observe(float[] values, double weight) {
    network.observe(FloatTensors.of(values, IMAGES, 1, 3, 3), weight);
  }

  private float running(String what) {
    return network.state().get("conv1_" + what).item_float();
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += 2 * value;
    }
    return sum / values.length;
  }

  private static double variance(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += Math.pow(2 * value - mean(values), 2);
    }
    return sum / (values.length - 1);
  }

  @Test
  void statisticsOfSeveralBatchesThatWeighAlikeAreTheirMean() {
    observe(first, 1);
    assertEquals(mean(first), running("mean"), 1e-5);
    assertEquals(variance(first), running("variance"), 1e-4);
    observe(second, 0.5);
    assertEquals((mean(first) + mean(second)) / 2, running("mean"), 1e-5);
    assertEquals((variance(first) + variance(second)) / 2, running("variance"), 1e-4);
  }

  @Test
  void nothingElseOfTheNetworkChangesAndNoGradientIsKept() {
    observe(first, 1);
    assertArrayEquals(
        new float[] {2}, FloatTensors.values(network.layers().getFirst().synapses().weight()));
    for (Tensor parameter : network.parameters()) {
      assertFalse(parameter.grad().defined());
    }
  }
}
