package org.spikeledger.training.evaluate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Adam;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.NetworkProperties;
import org.spikeledger.models.graph.Normalisation;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;
import org.spikeledger.models.nir.convert.MantissaBits;
import org.spikeledger.simulator.encode.DirectDataset;
import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.config.LayerConfiguration.AveragePool;
import org.spikeledger.training.config.LayerConfiguration.Convolution;
import org.spikeledger.training.config.LayerConfiguration.Linear;
import org.spikeledger.training.config.LayerConfiguration.ResidualBlock;
import org.spikeledger.training.config.NetworkConfiguration;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.conversion.Conversion;
import org.spikeledger.training.data.BatchMaker;
import org.spikeledger.training.data.TinyDataset;
import org.spikeledger.training.export.GraphExport;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.SpikingNetwork;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class ResidualAgreementTest {
  private static final int TIMESTEPS = 3;
  private static final double ROUNDING = 1e-5;
  private static final TinyDataset IMAGES = new TinyDataset(40, 6);
  private static final Normalisation NORMALISATION = new Normalisation(List.of(0.2), List.of(0.5));

  @TempDir private Path folder;

  private static final NetworkConfiguration SHAPE =
      new NetworkConfiguration(
          true,
          List.of(
              new Convolution(6, 3, 1, 1),
              new AveragePool(2),
              new ResidualBlock(6, 1),
              new ResidualBlock(6, 1),
              new ResidualBlock(8, 2),
              new Linear(3)));

  private final BatchMaker batches = new BatchMaker(IMAGES, NORMALISATION);
  private final Tensor images = batches.plain(0, 40).images();

  @Test
  void aResidualNetworkIsStoredAndSpikesInTheSimulatorAsInLibtorch() {
    SpikingNetwork network = converted(false);
    Graph stored = stored(network);
    assertEquals(Set.of("conv3", "pool_before_conv2"), Set.copyOf(stored.sources("conv3_neurons")));
    assertEquals(Set.of("conv5", "conv3_neurons"), Set.copyOf(stored.sources("conv5_neurons")));
    assertEquals(Set.of("conv7", "conv7_shortcut"), Set.copyOf(stored.sources("conv7_neurons")));

    assertArrayEquals(
        FloatTensors.values(network.logits(images)),
        FloatTensors.values(GraphInLibtorch.rebuild(stored, TIMESTEPS).logits(images)));
    DirectDataset inputs = new DirectDataset("tiny", IMAGES, NORMALISATION, IMAGES.imageShape());
    Agreement agreement = Agreement.measure(stored, TIMESTEPS, inputs, batches, 40);
    assertTrue(agreement.spikes() > 1000, agreement.toString());
    assertTrue(agreement.identicalImages() >= 36, agreement.toString());
    assertTrue(agreement.largestOriginMargin() < ROUNDING, agreement.toString());
  }

  @Test
  void aNetworkTrainedWithItsNormalisationGivesTheSameOnceItIsFolded() {
    SpikingNetwork network = converted(true);
    Adam optimiser = new Adam(new TensorVector(network.parameters().toArray(Tensor[]::new)));
    float[] before = FloatTensors.values(network.state().get("conv3_mean"));
    for (int i = 0; i < 5; i++) {
      optimiser.zero_grad();
      network.step(images, torch.zeros(new long[] {40}).to(torch.ScalarType.Long));
      optimiser.step();
      network.clamp();
    }
    assertFalse(Arrays.equals(before, FloatTensors.values(network.state().get("conv3_mean"))));

    float[] expected = FloatTensors.values(network.logits(images));
    float[] folded =
        FloatTensors.values(GraphInLibtorch.rebuild(stored(network), TIMESTEPS).logits(images));
    // Rounding may decide a potential at its threshold, so a few images may differ.
    int alike = 0;
    for (int i = 0; i < expected.length; i++) {
      alike += Math.abs(expected[i] - folded[i]) < 1e-4f ? 1 : 0;
    }
    assertTrue(alike >= 0.9 * expected.length, alike + " of " + expected.length);
  }

  private SpikingNetwork converted(boolean keepsNormalisation) {
    AnnNetwork ann =
        AnnNetwork.initial(
            InitialLayers.make(SHAPE, Shape.of(1, 8, 8), new SplittableRandom(8)),
            true,
            Precision.FLOAT32);
    ConversionConfiguration conversion =
        new ConversionConfiguration(90, 1, 40, 0, keepsNormalisation);
    return Conversion.convert(ann, conversion, 0.3, Precision.FLOAT32, images, TIMESTEPS);
  }

  private Graph stored(SpikingNetwork network) {
    Path file = folder.resolve("residual.nir");
    NirWriter.write(
        GraphExport.export(
            network, IMAGES.imageShape(), NetworkProperties.NONE, new MantissaBits(23)),
        file);
    return NirReader.read(file, ImportOptions.DEFAULT).graph();
  }
}
