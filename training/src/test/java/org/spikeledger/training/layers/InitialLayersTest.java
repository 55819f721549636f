package org.spikeledger.training.layers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.training.config.LayerConfiguration;
import org.spikeledger.training.config.NetworkConfiguration;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class InitialLayersTest {

  private static List<WeightedLayer> make(int kernel, int stride, int side) {
    NetworkConfiguration network =
        new NetworkConfiguration(
            false,
            List.of(
                new LayerConfiguration.Convolution(4, kernel, stride, 0),
                new LayerConfiguration.Linear(3)));
    return InitialLayers.make(network, Shape.of(1, side, side), new SplittableRandom(1));
  }

  @Test
  void theLinearLayerHasAWeightForEveryPlaceWhereTheKernelFits() {
    assertEquals(4 * 2 * 2, make(8, 4, 12).getLast().synapses().weight().size(1));
    assertEquals(4, make(8, 4, 8).getLast().synapses().weight().size(1));
  }

  @Test
  void aLayerOfTooManyWeightsIsRefused() {
    NetworkConfiguration network =
        new NetworkConfiguration(false, List.of(new LayerConfiguration.Linear(1 << 16)));
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> InitialLayers.make(network, Shape.of(3, 224, 224), new SplittableRandom(1)));
    assertTrue(
        refused
            .getMessage()
            .startsWith("a layer has less than 2^31 weights: shape=[65536, 150528]"),
        refused.getMessage());
  }

  @Test
  void anExtentAbove65536IsRefused() {
    assertThrows(BadInputException.class, () -> new LayerConfiguration.Linear((1 << 16) + 1));
    assertThrows(BadInputException.class, () -> make((1 << 16) + 1, 1, 8));
  }

  @Test
  void aKernelThatIsLargerThanItsMapIsRefused() {
    BadInputException refused = assertThrows(BadInputException.class, () -> make(8, 4, 5));
    assertTrue(refused.getMessage().contains("at least one pixel"), refused.getMessage());
  }
}
