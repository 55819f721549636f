package org.spikeledger.training.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.simulator.energy.ComputeEnergy;
import org.spikeledger.simulator.energy.LayerEnergy;
import org.spikeledger.simulator.energy.Operations;
import org.spikeledger.simulator.energy.PooledInput;
import org.spikeledger.training.config.LayerConfiguration.AveragePool;
import org.spikeledger.training.config.LayerConfiguration.Convolution;
import org.spikeledger.training.config.LayerConfiguration.Linear;
import org.spikeledger.training.config.LayerConfiguration.ResidualBlock;
import org.spikeledger.training.config.NetworkConfiguration;

class WidthProjectionTest {

  @Test
  void layersBetweenConvolutionsGrowWithTheSquareAndThoseAtTheEndsOnce() {
    NetworkConfiguration network =
        new NetworkConfiguration(
            false,
            List.of(
                new Convolution(32, 3, 1, 1),
                new AveragePool(2),
                new ResidualBlock(64, 2),
                new Linear(100),
                new Linear(10)));
    assertEquals(List.of(2.0, 4.0, 4.0, 2.0, 1.0), WidthProjection.factors(network, 0.5, 3));
  }

  @Test
  void alphaIsThatOfTheLayersTimesTheirFactors() {
    Operations none = new Operations(0, 0);
    ComputeEnergy energy =
        new ComputeEnergy(
            PooledInput.GRADED,
            List.of(
                new LayerEnergy("first", none, 10, 0, 10),
                new LayerEnergy("second", none, 0, 5, 100)));
    assertEquals(
        (2 * 10 + 4 * 100) / (2.0 * 10 + 4 * 5),
        WidthProjection.alpha(energy, List.of(2.0, 4.0)).value().orElseThrow());
  }
}
