package org.spikeledger.simulator.energy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.simulator.count.LayerFacts;

/** Dense operations of the paper's networks, built from their layer lists. */
class DenseOperationsTest {

  @Test
  void vgg16HasThePublishedMultiplyAccumulates() {
    List<LayerFacts> facts = Networks.vgg16(10);

    assertEquals(3L * 9 * 32 * 32 * 64, facts.getFirst().denseOperations());
    assertEquals(1_769_472, facts.getFirst().denseOperations());
    assertEquals(338_403_328, total(facts));
    assertEquals(284_672, neurons(facts));
  }

  @Test
  void resNet20HasThePublishedMultiplyAccumulates() {
    List<LayerFacts> facts = Networks.resNet20(10);

    assertEquals(215_699_456, total(facts));
    assertEquals(319_488, neurons(facts));
  }

  @Test
  void thePongNetworkHasThePublishedMultiplyAccumulates() {
    List<LayerFacts> facts = Networks.pong();

    assertEquals(
        List.of(819_200L, 2_654_208L, 1_806_336L, 1_605_632L, 3_072L),
        facts.stream().map(LayerFacts::denseOperations).toList());
    assertEquals(6_888_448, total(facts));
  }

  @Test
  void inputsAreWhatArrivesBehindThePool() {
    List<LayerFacts> facts = Networks.pooled();

    assertEquals(List.of(16L, 4L), facts.stream().map(LayerFacts::inputs).toList());
  }

  private static long total(List<LayerFacts> facts) {
    return facts.stream().mapToLong(LayerFacts::denseOperations).sum();
  }

  private static long neurons(List<LayerFacts> facts) {
    return facts.stream()
        .filter(each -> !each.layer().isOutput())
        .mapToLong(each -> each.layer().neurons())
        .sum();
  }
}
