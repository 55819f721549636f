package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** Each other tool's figures, by its own definition, on networks counted by hand. */
class OtherToolsTest {

  private static final double TOLERANCE = 1e-9;
  private static final AvgPool2d POOL = AvgPool2d.of(2);

  @Test
  void neuroBenchCountsEffectiveSynapsesOfSignedCallsAsAccumulates() {
    Linear linear = new Linear(Tensor.of(Shape.of(2, 3), 1, 0, 1, 0, 0, 1));
    HandNetwork.Result result = HandNetwork.of(Shape.of(3), 1, linear).run(new int[] {0, 2});

    // Neuron 0 has one weight that is not zero, neuron 2 has two.
    assertEquals(1 + 2, result.figure("neurobench", "Effective_ACs"), TOLERANCE);
    assertEquals(0, result.figure("neurobench", "Effective_MACs"), TOLERANCE);
  }

  @Test
  void oneOtherValueTurnsNeuroBenchsWholeCallIntoMultiplyAccumulates() {
    HandNetwork network = pooled();

    // Windows of 4 and 1 spikes: values 1 and 1/4, three synapses each.
    HandNetwork.Result mixed = network.run(new int[] {0, 1, 2, 4, 5});
    // A full window alone: value 1 only.
    HandNetwork.Result full = network.run(new int[] {0, 1, 4, 5});

    assertEquals(2 * 3, mixed.figure("neurobench", "Effective_MACs"), TOLERANCE);
    assertEquals(0, mixed.figure("neurobench", "Effective_ACs"), TOLERANCE);
    assertEquals(0, full.figure("neurobench", "Effective_MACs"), TOLERANCE);
    assertEquals(3, full.figure("neurobench", "Effective_ACs"), TOLERANCE);
  }

  @Test
  void neuroBenchsDenseLeavesOutTapsBesideTheMapAndCountsEveryTimestep() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 3, 3), 2, HandNetwork.conv(1, 1, 3, 1, 1, 1));

    HandNetwork.Result result = network.run(new int[] {}, new int[] {});

    assertEquals(2 * (4 * 4 + 4 * 6 + 9), result.figure("neurobench", "Dense"), TOLERANCE);
  }

  @Test
  void neuroBenchUpdatesAllNeuronsAtFirstAndThenThoseThatFired() {
    HandNetwork network = HandNetwork.of(Shape.of(2), 3, HandNetwork.linear(1, 2));

    // Both fire, then one, then none: 2 + 1 + 0.
    HandNetwork.Result result = network.run(new int[] {0, 1}, new int[] {1}, new int[] {});

    assertEquals(2 + 1, result.figure("neurobench", "MembraneUpdates"), TOLERANCE);
    assertEquals(1 - 3.0 / (2 * 3), result.figure("neurobench", "ActivationSparsity"), TOLERANCE);
  }

  @Test
  void syopsMultipliesDenseOperationsByTheMeanOfABinaryInput() {
    HandNetwork network = HandNetwork.of(Shape.of(2), 2, HandNetwork.linear(3, 2));

    // Means 1/2 and 0 of 6 dense operations.
    HandNetwork.Result result = network.run(new int[] {0}, new int[] {});

    assertEquals(6 * 0.5 + 6 * 0, result.figure("syops", "ACs"), TOLERANCE);
    assertEquals(0, result.figure("syops", "MACs"), TOLERANCE);
  }

  @Test
  void syopsCountsTapsBesideTheMap() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 3, 3), 1, HandNetwork.conv(1, 1, 3, 1, 1, 1));

    // One corner: mean 1/9 of 81; four synapses exist.
    HandNetwork.Result result = network.run(new int[] {0});

    assertEquals(81 / 9.0, result.figure("syops", "ACs"), TOLERANCE);
    assertEquals(4, result.connection().crossings());
  }

  @Test
  void syopsCallsThreeDifferentValuesDense() {
    HandNetwork network =
        HandNetwork.of(Shape.of(1, 2, 6), 1, POOL, Flatten.ALL, HandNetwork.linear(3, 3));

    // Windows of 1, 2 and 0 spikes: 1/4, 1/2 and 0.
    HandNetwork.Result three = network.run(new int[] {0, 2, 3});
    // Windows of 1, 1 and 0: two values, mean 1/6.
    HandNetwork.Result two = network.run(new int[] {0, 2});

    assertEquals(9, three.figure("syops", "MACs"), TOLERANCE);
    assertEquals(0, three.figure("syops", "ACs"), TOLERANCE);
    assertEquals(9 * 0.5 / 3, two.figure("syops", "ACs"), TOLERANCE);
  }

  @Test
  void spikingJellyCountsSynapsesOfBinaryCallsOnly() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 3, 3), 1, HandNetwork.conv(1, 1, 3, 1, 1, 1));

    HandNetwork.Result result = network.run(new int[] {0, 4});

    assertEquals(4 + 9, result.figure("spikingjelly", "SynOps"), TOLERANCE);
    assertEquals(4 + 9, result.figure("spikingjelly", "AC"), TOLERANCE);
    assertEquals(0, result.figure("spikingjelly", "MAC"), TOLERANCE);
    // 9 inputs, 9 weights, 9 outputs of 4 bytes.
    assertEquals(4 * (9 + 9 + 9), result.figure("spikingjelly", "memory access"), TOLERANCE);
  }

  @Test
  void spikingJellyCountsNoSynapticOperationForGradedSpikes() {
    HandNetwork.Result result = pooled().run(new int[] {0});

    assertEquals(0, result.figure("spikingjelly", "SynOps"), TOLERANCE);
    assertEquals(3 * 2, result.figure("spikingjelly", "MAC"), TOLERANCE);
  }

  @Test
  void lemaireIgnoresBordersAndAddsEveryNeuronInEveryTimestep() {
    HandNetwork network = HandNetwork.of(Shape.of(1, 4, 4), 2, HandNetwork.conv(2, 1, 3, 2, 1, 1));

    HandNetwork.Result result = network.run(new int[] {0, 1}, new int[] {5});

    assertEquals(3, result.figure("lemaire", "theta_in"), TOLERANCE);
    assertEquals(3 * 9 * 2, result.figure("lemaire", "weight reads"), TOLERANCE);
    // 16 neurons fire before the connection; the output's potentials are left out.
    assertEquals(
        3 * 9 * 2 + 2 * 16, result.figure("lemaire", "potential reads = writes"), TOLERANCE);
    // ceil(3/2)^2 * 2 channels an event
    assertEquals(3 * 4 * 2, result.figure("lemaire", "synaptic additions"), TOLERANCE);
  }

  private static HandNetwork pooled() {
    return HandNetwork.of(Shape.of(1, 2, 4), 1, POOL, Flatten.ALL, HandNetwork.linear(3, 2));
  }
}
