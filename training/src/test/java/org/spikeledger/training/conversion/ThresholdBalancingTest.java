package org.spikeledger.training.conversion;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.junit.jupiter.api.Test;
import org.spikeledger.training.config.ConversionConfiguration;
import org.spikeledger.training.layers.SpikingNeurons;
import org.spikeledger.training.layers.Synapses;
import org.spikeledger.training.layers.WeightedLayer;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

/**
 * Two images of one value, 4 and 1. The first layer has two neurons with weights 1 and 2: currents
 * (4, 8) and (1, 2). The second has one neuron that adds them with weights 1 and 10.
 */
@WithLibtorch
class ThresholdBalancingTest {

  @Test
  void thresholdsAreTheLargestPercentileOverTimestepsWithEarlierLayersSpiking() {
    // Rank 2 of 1, 2, 4, 8 is 2. With it, potentials and spikes of the first layer are
    //   image 1: neuron 1 spikes at every timestep (4, 6, 8 > 2), neuron 2 too;
    //   image 2: neuron 1 holds 1, then 2 (not above), then 3 (a spike); neuron 2 holds 2, then 4.
    // Currents of the second layer: 11 for image 1 always; for image 2: 0, 10, 1 + 10 = 11.
    // Rank 1 of two values: 0, then 10, then 11. The largest is 11.
    assertThresholds(50, 1, 3, 2, 11);
  }

  @Test
  void fewerTimestepsSeeFewerSpikes() {
    assertThresholds(50, 1, 2, 2, 10);
  }

  @Test
  void theHundredthPercentileIsTheMaximumAndTheScaleMultiplies() {
    // 0.25 * 8 = 2 as above; the maximum of the second layer is 11.
    assertThresholds(100, 0.25, 3, 2, 11 * 0.25);
  }

  private static void assertThresholds(
      double percentile, double scale, int timesteps, double first, double second) {
    List<WeightedLayer> layers =
        List.of(
            linear("first", FloatTensors.of(new float[] {1, 2}, 2, 1)),
            linear("second", FloatTensors.of(new float[] {1, 10}, 1, 2)),
            linear("output", FloatTensors.of(new float[] {1}, 1, 1)));
    Tensor images = FloatTensors.of(new float[] {4, 1}, 2, 1);
    List<SpikingNeurons> neurons =
        new ThresholdBalancing(new ConversionConfiguration(percentile, scale, 2, 0, false), 0.3)
            .balance(layers, images, timesteps);
    assertEquals(2, neurons.size());
    assertEquals((float) first, neurons.get(0).threshold().item_float());
    assertEquals((float) second, neurons.get(1).threshold().item_float());
    assertEquals(1f, neurons.get(1).leak().item_float());
  }

  private static WeightedLayer linear(String name, Tensor weight) {
    return new WeightedLayer(name, List.of(), new Synapses.Linear(weight, null));
  }
}
