package org.spikeledger.simulator.profile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Delay;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.simulator.energy.PooledInput;

/** Nodes that keep something for a later timestep, counted by hand: AC 0.9 pJ, MAC 4.6 pJ. */
class MemoryOfNodesTest {

  private static final double TOLERANCE = 1e-9;

  @Test
  void aConnectionThatFeedsBackSeesTheLastTimestepsSpikes() {
    // One spike makes both hidden neurons fire at t = 0; each then keeps itself firing.
    HandNetwork.Result result = recurrent().run(new int[] {0}, new int[] {}, new int[] {});

    ConnectionActivity back = result.connection("back");
    assertEquals(0 + 2 + 2, back.events());
    assertEquals(4 * 2, back.crossings());
    assertEquals(4, back.effectiveCrossings()); // the identity has one weight a row
    assertEquals(1, result.connection("c").events());
    // The row of the hidden layer: 1 * 2 + 4 * 2 accumulates.
    assertEquals(10, result.counts().synapticOperations(1));
  }

  @Test
  void aNetworkThatFeedsBackHasNoAnnAndSaysWhy() {
    NetworkProfile profile = recurrent().run(new int[] {0}, new int[] {}, new int[] {}).profile();

    assertTrue(profile.annAgainstSnn().isEmpty());
    assertEquals(
        Optional.of("a network that feeds back has no ANN of one pass: edge=hidden->back"),
        profile.whyNoAnn());
  }

  @Test
  void aDelayedSpikeCostsWhenItArrivesAndNothingWhereItDoesNot() {
    Graph graph =
        start(2)
            .node("delay", new Delay(Tensor.scalar(2f)))
            .node("c", HandNetwork.linear(3, 2))
            .node("output", new Output())
            .chain("image", "delay", "c", "output")
            .build();

    // Two spikes of t = 0 arrive at t = 2; that of t = 1 is still on its way.
    HandNetwork.Result result =
        new HandNetwork(graph, 3).run(new int[] {0, 1}, new int[] {0}, new int[] {});

    assertEquals(2, result.connection().events());
    assertEquals(2 * 3 * 0.9, result.snnPj(PooledInput.GRADED), TOLERANCE);
    assertEquals(Optional.empty(), result.profile().whyNoAnn());
  }

  @Test
  void anIntegratorSendsItsPotentialInEveryTimestepAndEachIsAMultiplyAccumulate() {
    Graph graph =
        start(1)
            .node("in", HandNetwork.linear(1, 1))
            .node("trace", new LI(Tensor.scalar(0.5f), Tensor.scalar(1f), Tensor.scalar(0f)))
            .node("c", HandNetwork.linear(3, 1))
            .node("output", new Output())
            .chain("image", "in", "trace", "c", "output")
            .build();

    // Potentials 1, 1/2, 1/4.
    HandNetwork.Result result =
        new HandNetwork(graph, 3).run(new int[] {0}, new int[] {}, new int[] {});

    assertEquals(3, result.connection().events());
    for (PooledInput rule : PooledInput.values()) {
      // It has no spike rate, so the mean-rate rule keeps what was counted.
      assertEquals(3 * 3 * 4.6, result.snnPj(rule), TOLERANCE, rule.key());
    }
    List<String> firing =
        result.profile().layers().stream().map(each -> each.facts().layer().name()).toList();
    assertEquals(List.of("image"), firing);
  }

  @Test
  void aSparseLayerCrossesAndReadsOnlyWeightsThatAreStored() {
    // Source 0 reaches all three targets, source 1 none, source 2 the last, by a stored zero.
    SparseMatrix matrix =
        SparseMatrix.adopt(
            3, 3, new int[] {0, 1, 2, 4}, new int[] {0, 0, 0, 2}, new float[] {1, 1, 1, 0});
    HandNetwork network = HandNetwork.of(Shape.of(3), 2, new SparseLinear(matrix));

    ConnectionActivity seen = network.run(new int[] {0, 1, 2}, new int[] {2}).connection();

    assertEquals(3 + 0 + 1 + 1, seen.crossings());
    assertEquals(3, seen.effectiveCrossings());
    assertEquals(3 + 0 + 1 + 1, seen.weightsUsedOnce());
    assertEquals(4, seen.facts().denseOperations());
  }

  private static HandNetwork recurrent() {
    Graph graph =
        start(1)
            .node("c", HandNetwork.linear(2, 1))
            .node("hidden", new IF(Tensor.scalar(1f), HandNetwork.PASSES_ON))
            .node("back", new Linear(Tensor.of(Shape.of(2, 2), 1, 0, 0, 1)))
            .node("output", new Output())
            .chain("image", "c", "hidden", "output")
            .chain("hidden", "back", "hidden")
            .build();
    return new HandNetwork(graph, 3);
  }

  private static Graph.Builder start(int inputs) {
    return Graph.builder()
        .node("input", new Input(Shape.of(inputs)))
        .node("image", new IF(Tensor.scalar(1f), HandNetwork.PASSES_ON))
        .edge("input", "image");
  }
}
