package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.count.MembraneAccess;
import org.spikeledger.simulator.energy.PooledInput;

/** Networks whose counts and energies a reader can follow on paper: AC 0.9 pJ, MAC 4.6 pJ. */
class HandCountedTest {

  private static final double TOLERANCE = 1e-9;
  private static final AvgPool2d POOL = AvgPool2d.of(2);

  @Test
  void atTheBorderAnEventReachesOnlyTargetsThatExist() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 3, 3), 1, HandNetwork.conv(1, 1, 3, 1, 1, 1));

    // A corner is seen by 4 windows, an edge by 6, the centre by 9.
    ConnectionActivity seen = network.run(new int[] {0, 1, 4}).connection();

    assertEquals(4 + 6 + 9, seen.crossings());
    assertEquals(3 * 9, seen.events() * seen.facts().borderlessFanOut());
    assertEquals(9 * 9, seen.facts().denseOperations());
    assertEquals(4 * 4 + 4 * 6 + 9, seen.facts().synapses());
  }

  @Test
  void aStrideOfTwoSkipsTargets() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 4, 4), 1, HandNetwork.conv(1, 1, 3, 2, 1, 1));

    // Rows 0..3 are seen by 1, 2, 1, 1 windows, columns too: (0,0) 1, (0,1) 2, (1,1) 4.
    ConnectionActivity seen = network.run(new int[] {0, 1, 5}).connection();

    assertEquals(1 + 2 + 4, seen.crossings());
    assertEquals(5 * 5, seen.facts().synapses());
    assertEquals(9 * 4, seen.facts().denseOperations());
    assertEquals(2 * 2, seen.facts().stridedFanOut()); // ceil(3/2)^2
  }

  @Test
  void aGroupSeesItsOwnChannelsOnly() {
    HandNetwork network = HandNetwork.of(Shape.of(2, 1, 1), 1, HandNetwork.conv(4, 2, 1, 1, 0, 2));

    // Each of two events reaches the 2 channels of its group, not all 4.
    ConnectionActivity seen = network.run(new int[] {0, 1}).connection();

    assertEquals(2 * 2, seen.crossings());
    assertEquals(4, seen.facts().denseOperations());
  }

  @Test
  void aZeroWeightIsCrossedAndNotEffective() {
    Linear linear = new Linear(Tensor.of(Shape.of(2, 3), 1, 0, 1, 0, 0, 1));
    HandNetwork network = HandNetwork.of(Shape.of(3), 1, linear);

    ConnectionActivity seen = network.run(new int[] {0, 1, 2}).connection();

    assertEquals(3 * 2, seen.crossings());
    assertEquals(1 + 0 + 2, seen.effectiveCrossings());
  }

  @Test
  void atOneTimestepASpikeCostsItsFanOutInAccumulates() {
    HandNetwork network = HandNetwork.of(Shape.of(4), 1, HandNetwork.linear(3, 4));

    HandNetwork.Result result = network.run(new int[] {1, 2});

    for (PooledInput rule : PooledInput.values()) {
      // 2 * 3 synapses; by the mean rate 12 dense * 2/4.
      assertEquals(6 * 0.9, result.snnPj(rule), TOLERANCE, rule.key());
    }
  }

  @Test
  void overFiveTimestepsEachSpikeCostsAgain() {
    HandNetwork network = HandNetwork.of(Shape.of(2), 5, HandNetwork.linear(2, 2));

    HandNetwork.Result result =
        network.run(new int[] {0}, new int[] {}, new int[] {0, 1}, new int[] {1}, new int[] {0});

    assertEquals(5, result.connection().events());
    assertEquals(5 * 2, result.connection().crossings());
    assertEquals(10 * 0.9, result.snnPj(PooledInput.GRADED), TOLERANCE);
    // 5 spikes of 2 neurons: 2.5 a neuron, 4 dense.
    assertEquals(4 * 2.5 * 0.9, result.snnPj(PooledInput.MEAN_RATE), TOLERANCE);
  }

  @Test
  void aPooledEventIsAMultiplyAccumulateOrItsSpikesOrAMeanRate() {
    HandNetwork network =
        HandNetwork.of(Shape.of(1, 2, 4), 1, POOL, Flatten.ALL, HandNetwork.linear(3, 2));

    // Left window full (columns 0, 1 of both rows), one spike on the right: values 1 and 1/4.
    HandNetwork.Result result = network.run(new int[] {0, 1, 2, 4, 5});

    assertEquals(2 * 3 * 4.6, result.snnPj(PooledInput.GRADED), TOLERANCE);
    assertEquals((4 + 1) * 3 * 0.9, result.snnPj(PooledInput.EXPANDED), TOLERANCE);
    assertEquals(6 * 5.0 / 8 * 0.9, result.snnPj(PooledInput.MEAN_RATE), TOLERANCE);
  }

  @Test
  void aRowOfWeightsIsReadOnceATimestepOrForEachEvent() {
    HandNetwork together = HandNetwork.of(Shape.of(1, 3, 3), 1, HandNetwork.conv(2, 1, 3, 1, 1, 1));
    HandNetwork apart = HandNetwork.of(Shape.of(1, 3, 3), 2, HandNetwork.conv(2, 1, 3, 1, 1, 1));

    // The corner's 4 taps are among the centre's 9; a row holds 2 weights.
    ConnectionActivity inOne = together.run(new int[] {0, 4}).connection();
    ConnectionActivity inTwo = apart.run(new int[] {0}, new int[] {4}).connection();

    assertEquals((4 + 9) * 2, inOne.crossings());
    assertEquals(9 * 2, inOne.weightsUsedOnce());
    assertEquals((4 + 9) * 2, inTwo.weightsUsedOnce());
  }

  @Test
  void aLinearLayerReadsEachRowForOneEventOnly() {
    HandNetwork network = HandNetwork.of(Shape.of(4), 1, HandNetwork.linear(3, 4));

    ConnectionActivity seen = network.run(new int[] {0, 3}).connection();

    assertEquals(2 * 3, seen.crossings());
    assertEquals(2 * 3, seen.weightsUsedOnce());
  }

  @Test
  void eachAccessModelCountsOneCornerOverTwoTimesteps() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 3, 3), 2, HandNetwork.conv(1, 1, 3, 1, 1, 1));

    // Nine potentials, T = 2; the corner's event reaches 4 of them at the first timestep.
    HandNetwork.Result result = network.run(new int[] {0}, new int[] {});

    assertEquals(9 * 2, result.accesses(MembraneAccess.EVERY_TIMESTEP).reads());
    assertEquals(9 * 1, result.accesses(MembraneAccess.ELIDED).reads());
    assertEquals(4, result.accesses(MembraneAccess.EVERY_EVENT).reads());
    assertEquals(9 + 9 * 2, result.accesses(MembraneAccess.LEMAIRE).reads());
    assertEquals(4, result.accesses(MembraneAccess.LAZY).reads());
  }

  @Test
  void atOneTimestepTheElidedModelTouchesNothing() {
    HandNetwork network = HandNetwork.of(Shape.of(2), 1, HandNetwork.linear(3, 2));

    HandNetwork.Result result = network.run(new int[] {0, 1});

    assertEquals(0, result.accesses(MembraneAccess.ELIDED).total());
    assertEquals(2 * 3, result.accesses(MembraneAccess.EVERY_TIMESTEP).total());
  }

  @Test
  void deadAndSaturatedNeuronsAndTheHistogramFollowTheSpikes() {
    HandNetwork network = HandNetwork.of(Shape.of(3), 2, HandNetwork.linear(1, 3));

    LayerSpikes layer = network.run(new int[] {0, 1}, new int[] {0}).profile().layers().getFirst();

    assertEquals(1, layer.dead()); // neuron 2
    assertEquals(1, layer.saturated()); // neuron 0
    assertEquals(List.of(1L, 1L, 1L), layer.histogram());
  }

  @Test
  void theAnnOfTheSameWeightsAgreesWithNeuronsThatPassSpikesOn() {
    HandNetwork network = HandNetwork.of(Shape.of(3), 2, HandNetwork.linear(1, 3));

    // Inputs 2/2, 1/2 and 0 a timestep; the neurons fire as often.
    AnnAgainstSnn layer =
        network.run(new int[] {0, 1}, new int[] {0}).profile().annAgainstSnn().getFirst();

    assertEquals(1, layer.correlationClipped().orElseThrow(), 1e-6);
    assertEquals(0.5, layer.meanActivation(), 1e-6);
    assertEquals(0.5, layer.meanRate(), 1e-6);
  }

  @Test
  void theAnnsZerosAreThoseOfItsActivations() {
    HandNetwork network = HandNetwork.of(Shape.of(4), 1, HandNetwork.linear(1, 4));

    NetworkProfile profile = network.run(new int[] {2}).profile();

    assertEquals(1.0 / 4, profile.annDensities().get("output"), TOLERANCE);
  }

  @Test
  void theFootprintIsWeightsParametersAndPotentials() {
    Linear linear = new Linear(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1));
    Footprint footprint =
        HandNetwork.of(Shape.of(2), 1, linear).run(new int[] {}).profile().footprint();

    // 4 weights, 5 parameters of the neurons, 2 + 2 potentials.
    assertEquals(4 * (4 + 5 + 4), footprint.bytes());
    assertEquals(0.5, footprint.connectionSparsity(), TOLERANCE);
  }
}
