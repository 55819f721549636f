package org.spikeledger.training.conversion;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.Precision;
import org.spikeledger.training.config.TinyConfiguration;
import org.spikeledger.training.config.TrainingConfiguration;
import org.spikeledger.training.layers.AnnNetwork;
import org.spikeledger.training.layers.InitialLayers;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class NormalisationFoldingTest {

  @Test
  void foldedLayersGiveWhatTheNormalisedOnesGave() {
    TrainingConfiguration configuration = TinyConfiguration.in(Path.of("unused"));
    List<WeightedLayer> layers =
        InitialLayers.make(configuration.network(), Shape.of(1, 8, 8), new SplittableRandom(3));
    AnnNetwork network = AnnNetwork.initial(layers, true, Precision.FLOAT32);
    torch.manual_seed(4);
    for (int i = 0; i < 20; i++) {
      network.step(
          torch.randn(16, 1, 8, 8).mul(FloatTensors.scalar(3)),
          torch.zeros(new long[] {16}).to(torch.ScalarType.Long));
    }
    AnnNetwork folded =
        new AnnNetwork(NormalisationFolding.fold(network.layers()), Precision.FLOAT32);
    Tensor images = torch.randn(16, 1, 8, 8);
    for (float logit : FloatTensors.values(network.logits(images))) {
      assertTrue(Float.isFinite(logit), "logit=" + logit);
    }
    assertArrayEquals(
        FloatTensors.values(network.logits(images)),
        FloatTensors.values(folded.logits(images)),
        1e-4f);
  }
}
