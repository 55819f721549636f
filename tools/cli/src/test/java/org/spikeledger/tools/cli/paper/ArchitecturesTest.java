package org.spikeledger.tools.cli.paper;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.simulator.energy.CostModels;
import org.spikeledger.simulator.energy.OperationPrices;

/** The paper's networks have the paper's counts, and its own figures follow from its own rates. */
class ArchitecturesTest {

  private static final OperationPrices PRICES = CostModels.paper().operations();

  @Test
  void vgg16OnSmallImagesHasThePublishedMultiplyAccumulates() {
    assertEquals(338_403_328, Architectures.vgg16(10).multiplyAccumulates());
    assertEquals(338_771_968, Architectures.vgg16(100).multiplyAccumulates());
    assertEquals(1_769_472, Architectures.vgg16(10).firstMultiplyAccumulates());
    assertEquals(284_672, Architectures.vgg16(10).neurons());
  }

  @Test
  void vgg16OnLargeImagesHasThePublishedMultiplyAccumulates() {
    assertEquals(15_470_264_320L, Architectures.vgg16ForImageNet().multiplyAccumulates());
    assertEquals(86_704_128, Architectures.vgg16ForImageNet().firstMultiplyAccumulates());
    assertEquals(13_555_712, Architectures.vgg16ForImageNet().neurons());
  }

  @Test
  void resNet20HasThePublishedMultiplyAccumulates() {
    assertEquals(215_699_456, Architectures.resNet20(10).multiplyAccumulates());
    assertEquals(215_883_776, Architectures.resNet20(100).multiplyAccumulates());
    assertEquals(319_488, Architectures.resNet20(10).neurons());
  }

  @Test
  void thePongNetworkHasThePublishedMultiplyAccumulates() {
    assertEquals(
        List.of(819_200L, 2_654_208L, 1_806_336L, 1_605_632L, 3_072L),
        Architectures.pong().stages().stream()
            .map(Architecture.Stage::multiplyAccumulates)
            .toList());
    assertEquals(6_888_448, Architectures.pong().multiplyAccumulates());
  }

  @Test
  void theRatesThatFitThePapersFiguresAreTheOnesKnown() {
    assertEquals(0.1288, Architectures.vgg16(10).rateOf(33.0, PRICES), 5e-5);
    assertEquals(0.1489, Architectures.vgg16(100).rateOf(29.24, PRICES), 5e-5);
    assertEquals(0.1800, Architectures.vgg16ForImageNet().rateOf(24.61, PRICES), 5e-5);
    assertEquals(0.2735, Architectures.resNet20(10).rateOf(16.32, PRICES), 5e-5);
    assertEquals(0.2935, Architectures.resNet20(100).rateOf(15.35, PRICES), 5e-5);
  }

  @ParameterizedTest
  @CsvSource({"1, 7.53", "2, 6.83", "3, 6.24", "4, 5.74", "5, 5.32"})
  void pongAtEightHundredthsGivesFiveToSeven(int timesteps, double alpha) {
    assertEquals(alpha, Architectures.pong().alphaAt(0.08 * timesteps, PRICES), 5e-3);
  }

  @ParameterizedTest
  @CsvSource({"5, 7.50", "6, 6.25", "7, 5.36", "8, 6.25", "9, 5.56", "10, 5.00"})
  void spyxsTableComesOutUnderItsAssumptions(int timesteps, double percent) {
    assertEquals(percent, 100 * SpyxCrossover.rate(timesteps), 5e-3);
  }
}
