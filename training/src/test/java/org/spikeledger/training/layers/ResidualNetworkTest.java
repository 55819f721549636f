package org.spikeledger.training.layers;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.config.LayerConfiguration.AveragePool;
import org.spikeledger.training.config.LayerConfiguration.Convolution;
import org.spikeledger.training.config.LayerConfiguration.Linear;
import org.spikeledger.training.config.LayerConfiguration.ResidualBlock;
import org.spikeledger.training.config.NetworkConfiguration;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.conversion.Conversion;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/** Convolution, pool, a block whose shortcut adds values, one whose shortcut projects, output. */
@WithLibtorch
class ResidualNetworkTest {
  private static final long SEED = 31;
  private static final int TIMESTEPS = 3;
  private static final int BATCH = 5;
  private static final double PENALTY = 2.5;
  private static final NetworkConfiguration NETWORK =
      new NetworkConfiguration(
          true,
          List.of(
              new Convolution(4, 3, 1, 1),
              new AveragePool(2),
              new ResidualBlock(4, 1),
              new ResidualBlock(6, 2),
              new Linear(3)));

  private static AnnNetwork ann(boolean normalised) {
    List<WeightedLayer> layers =
        InitialLayers.make(NETWORK, Shape.of(1, 8, 8), new SplittableRandom(SEED));
    return AnnNetwork.initial(layers, normalised, Precision.FLOAT32);
  }

  private static Tensor images(int count) {
    torch.manual_seed(SEED);
    return FloatTensors.dense(torch.rand(count, 1, 8, 8));
  }

  @Test
  void gradientsThroughTimeAndShortcutsAreWhatAutomaticDifferentiationGives() {
    Tensor images = images(BATCH);
    Tensor labels = torch.tensor(0L, 1L, 2L, 0L, 1L);
    SpikingNetwork converted =
        Conversion.convert(
            ann(false),
            new ConversionConfiguration(80, 1, BATCH, 0, false),
            0.3,
            Precision.FLOAT32,
            images,
            TIMESTEPS);
    SpikingNetwork network =
        new SpikingNetwork(
            converted.layers(), converted.neurons(), TIMESTEPS, Precision.FLOAT32, PENALTY);
    network.step(images, labels);
    Map<String, float[]> gradients = new LinkedHashMap<>();
    network
        .state()
        .forEach(
            (name, tensor) -> {
              gradients.put(name, FloatTensors.values(tensor.grad()));
              tensor.grad().zero_();
            });

    oracleLoss(network, images, labels).backward();
    assertTrue(gradients.containsKey("conv5_shortcut_weight"), gradients.keySet().toString());
    network
        .state()
        .forEach(
            (name, tensor) -> {
              float[] expected = FloatTensors.values(tensor.grad());
              float largest = 0;
              for (float value : expected) {
                largest = Math.max(largest, Math.abs(value));
              }
              assertTrue(largest > 0, name);
              assertArrayEquals(expected, gradients.get(name), largest * 1e-4f, name);
            });
  }

  /** Timestep by timestep, written out for this network; loss and regulariser. */
  private static Tensor oracleLoss(SpikingNetwork network, Tensor images, Tensor labels) {
    Map<String, Tensor> p = network.state();
    Tensor[] membranes = new Tensor[5];
    Tensor[] counts = new Tensor[5];
    Tensor logits = FloatTensors.scalar(0);
    for (int t = 0; t < TIMESTEPS; t++) {
      Tensor s0 = fire(p, "conv1", 0, conv(images, p.get("conv1_weight"), 1, 1), membranes, counts);
      Tensor pooled = torch.avg_pool2d(s0, 2, 2);
      Tensor s1 = fire(p, "conv2", 1, conv(pooled, p.get("conv2_weight"), 1, 1), membranes, counts);
      Tensor sum = conv(s1, p.get("conv3_weight"), 1, 1).add(pooled);
      Tensor s2 = fire(p, "conv3", 2, sum, membranes, counts);
      Tensor s3 = fire(p, "conv4", 3, conv(s2, p.get("conv4_weight"), 2, 1), membranes, counts);
      Tensor projected = conv(s2, p.get("conv5_shortcut_weight"), 2, 0);
      Tensor s4 =
          fire(
              p,
              "conv5",
              4,
              conv(s3, p.get("conv5_weight"), 1, 1).add(projected),
              membranes,
              counts);
      logits = logits.add(s4.flatten(1, -1).matmul(p.get("linear6_weight").t()));
    }
    // Multiply-accumulates that each layer's spikes feed: conv2; conv3; conv4 and the projection;
    // conv5; the output.
    double[] fed = {
      9 * 4 * 4 * 16, 9 * 4 * 4 * 16, 9 * 4 * 6 * 4 + 4 * 6 * 4, 9 * 6 * 6 * 4, 6 * 4 * 3
    };
    double all = 0;
    for (double each : fed) {
      all += each;
    }
    Tensor loss = torch.cross_entropy(logits, labels);
    for (int i = 0; i < fed.length; i++) {
      double share = PENALTY * fed[i] / all / counts[i].numel();
      loss = loss.add(counts[i].sum().mul(new Scalar((float) share)));
    }
    return loss;
  }

  private static Tensor fire(
      Map<String, Tensor> p,
      String layer,
      int i,
      Tensor current,
      Tensor[] membranes,
      Tensor[] counts) {
    Tensor threshold = p.get(layer + "_threshold");
    Tensor potential =
        membranes[i] == null ? current : membranes[i].mul(p.get(layer + "_leak")).add(current);
    Tensor spike = SurrogateOracle.spike(potential, threshold);
    membranes[i] = potential.sub(spike.detach().mul(threshold));
    counts[i] = counts[i] == null ? spike : counts[i].add(spike);
    return spike;
  }

  private static Tensor conv(Tensor input, Tensor weight, int stride, int padding) {
    return new Synapses.Convolution(weight, null, stride, padding)
        .currents(input, Pass.learning(1, Precision.FLOAT32));
  }

  @ParameterizedTest
  @CsvSource({"false, false", "true, false", "true, true"})
  void overManyTimestepsTheConvertedNetworkGivesTheAnnsScores(boolean normalised, boolean keeps) {
    int timesteps = 1000;
    Tensor images = images(4);
    AnnNetwork ann = ann(normalised);
    for (int i = 0; normalised && i < 20; i++) {
      ann.step(images(16), torch.zeros(new long[] {16}).to(torch.ScalarType.Long));
    }
    float[] expected = FloatTensors.values(ann.logits(images));
    SpikingNetwork spiking =
        Conversion.convert(
            ann,
            new ConversionConfiguration(100, 1, 4, 0, keeps),
            0.3,
            Precision.FLOAT32,
            images,
            timesteps);
    // A spike of the last layer stands for the thresholds from the input on, but for those that the
    // shortcut into conv3 and the one into conv5 go around (their weights hold these).
    double scale = 1.0 / timesteps;
    for (int neurons : new int[] {0, 2, 4}) {
      scale *= spiking.neurons().get(neurons).threshold().item_float();
    }
    float[] actual = FloatTensors.values(spiking.logits(images));
    double difference = 0;
    double size = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.abs(expected[i] - actual[i] * scale);
      size += Math.abs(expected[i]);
    }
    assertEquals(0, difference / size, 0.04);
  }

  @Test
  void trainingLowersTheLossWithNormalisationAndInBothPrecisions() {
    for (Precision precision : Precision.values()) {
      List<WeightedLayer> layers =
          InitialLayers.make(NETWORK, Shape.of(1, 8, 8), new SplittableRandom(SEED));
      AnnNetwork network = AnnNetwork.initial(layers, true, precision);
      Tensor images = images(6);
      Tensor labels = torch.tensor(0L, 1L, 2L, 0L, 1L, 2L);
      List<Double> losses = new ArrayList<>();
      for (int i = 0; i < 30; i++) {
        losses.add(network.step(images, labels).loss());
        FloatTensors.withoutGradient(
            () -> {
              for (Tensor parameter : network.parameters()) {
                parameter.sub_(parameter.grad().mul(new Scalar(0.05f)));
                parameter.grad().zero_();
              }
              return network;
            });
      }
      assertTrue(losses.getLast() < losses.getFirst() / 3, precision + " " + losses);
    }
  }
}
