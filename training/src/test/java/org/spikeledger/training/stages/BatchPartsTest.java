package org.spikeledger.training.stages;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.BiFunction;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.StepResult;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.Trainable;
import org.spikeledger.training.layers.Transform;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/** Batches of 150 images: two parts where two threads are there. */
@WithLibtorch
class BatchPartsTest {
  private static final int IMAGES = 150;
  private static final int CHANNELS = 6;
  private static final int SIDE = 4;
  private static final int CLASSES = 3;

  private Tensor images;
  private Tensor labels;

  @BeforeEach
  void draw() {
    torch.manual_seed(5);
    images = torch.randn(IMAGES, 1, SIDE, SIDE);
    labels = torch.randint(CLASSES, new long[] {IMAGES});
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3})
  void twoPartsGiveTheLossAndTheGradientsOfTheWholeBatch(int timesteps) {
    Trainable network = network(timesteps, 0);
    StepResult whole = network.step(images, labels);
    List<float[]> expected = takeGradients(network);
    try (BatchParts parts = new BatchParts(network, 2, IMAGES)) {
      StepResult cut = parts.step(images, labels, labels);
      assertEquals(whole.loss(), cut.loss(), 1e-5);
      assertEquals(whole.correct(), cut.correct());
      assertClose(expected, takeGradients(network));
      parts.step(images, labels, labels);
      assertClose(expected, takeGradients(network));
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2})
  void whatIsRandomInEveryPartFollowsFromTheSeed(int timesteps) {
    BiFunction<Long, Trainable, List<float[]>> gradients =
        (seed, network) -> {
          torch.manual_seed(seed);
          try (BatchParts parts = new BatchParts(network, 2, IMAGES)) {
            parts.seed(new SplittableRandom(seed));
            parts.step(images, labels, labels);
            return takeGradients(network);
          }
        };
    Trainable network = network(timesteps, 0.5);
    List<float[]> first = gradients.apply(1L, network);
    List<float[]> again = gradients.apply(1L, network);
    List<float[]> other = gradients.apply(2L, network);
    for (int i = 0; i < first.size(); i++) {
      assertArrayEquals(first.get(i), again.get(i), "parameter " + i);
    }
    assertFalse(Arrays.deepEquals(first.toArray(), other.toArray()), "another seed");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1})
  void aReplicaHasTheValuesThatItsOriginalHasNow(int timesteps) {
    Trainable network = network(timesteps, 0);
    Trainable replica = network.replica(torch.make_generator_cpu());
    for (Tensor parameter : network.parameters()) {
      parameter.detach().zero_();
    }
    for (Tensor parameter : replica.parameters()) {
      assertEquals(0f, parameter.detach().abs().max().item_float());
    }
  }

  private static void assertClose(List<float[]> expected, List<float[]> actual) {
    for (int i = 0; i < expected.size(); i++) {
      assertArrayEquals(expected.get(i), actual.get(i), 1e-5f, "parameter " + i);
    }
  }

  private static List<float[]> takeGradients(Trainable network) {
    List<float[]> gradients = new ArrayList<>();
    for (Tensor parameter : network.parameters()) {
      gradients.add(FloatTensors.values(parameter.grad()));
      parameter.grad().zero_();
    }
    return gradients;
  }

  /** One convolution and one linear layer; an ANN where there are no timesteps. */
  private static Trainable network(int timesteps, double dropout) {
    Synapses convolution =
        new Synapses.Convolution(learned(CHANNELS, 1, 3, 3), learned(CHANNELS), 1, 1);
    Synapses linear = new Synapses.Linear(learned(CLASSES, CHANNELS * SIDE * SIDE), null);
    List<WeightedLayer> layers =
        List.of(
            new WeightedLayer("convolution", List.of(), convolution),
            new WeightedLayer(
                "linear",
                List.of(new Transform.Flattening(), new Transform.Dropout(dropout)),
                linear));
    return timesteps == 0
        ? new AnnNetwork(layers, Precision.FLOAT32)
        : new SpikingNetwork(
            layers, List.of(SpikingNeurons.of(0.5f, 0.9f, 1)), timesteps, Precision.FLOAT32, 0.1);
  }

  private static Tensor learned(long... shape) {
    return FloatTensors.parameter(torch.randn(shape));
  }
}
