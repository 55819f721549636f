package org.spikeledger.simulator.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.CubaLI;
import org.spikeledger.models.graph.CubaLIF;
import org.spikeledger.models.graph.CurrentRule;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.I;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Synapse;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;
import org.spikeledger.models.graph.ThresholdRule;
import org.spikeledger.simulator.count.Primitive;
import org.spikeledger.simulator.encode.EventInput;
import org.spikeledger.simulator.run.EngineChoice;

/** Each population by hand: all values are exact in float32. */
class PopulationsTest {

  private static final Shape ONE = Shape.of(1);
  private static final Tensor UNIT = Tensor.scalar(1f);
  private static final Tensor HALF = Tensor.scalar(.5f);
  private static final Tensor ZERO = Tensor.scalar(0f);

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void theMembraneOfCubaLifSeesTheNewCurrent(EngineChoice engine) {
    Observed seen = run(cubaLif(CurrentRule.NEW), engine, 2f, 0f, 0f, 0f);
    // J = 2, 1, 0.5, 0.25; U = J + U / 2, less 1.5 where it is above 1.5.
    assertEquals(List.of(.5f, 1.25f, 1.125f, .8125f), seen.potential("node"));
    assertEquals(List.of(0), seen.spikes("node"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void theMembraneOfCubaLifSeesThePreviousCurrent(EngineChoice engine) {
    Observed seen = run(cubaLif(CurrentRule.PREVIOUS), engine, 2f, 0f, 0f, 0f);
    assertEquals(List.of(0f, .5f, 1.25f, 1.125f), seen.potential("node"));
    assertEquals(List.of(1), seen.spikes("node"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aNeuronWhoseCurrentFlowsIsVisitedThoughNothingReachesIt(EngineChoice engine) {
    Observed seen = run(cubaLif(CurrentRule.NEW), engine, 0f, 2f, 0f, 0f);
    assertEquals(List.of(0L, 1L, 0L, 0L), seen.count("node", Primitive.TOUCHED));
    assertEquals(List.of(0L, 1L, 1L, 1L), seen.count("node", Primitive.VISITED));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void anIntegratorSendsItsPotentialAtEveryTimestep(EngineChoice engine) {
    Observed seen = run(new I(HALF), engine, 0f, 2f, 0f, -4f);
    assertEquals(List.of(0f, 1f, 1f, -1f), seen.potential("node"));
    assertEquals(List.of(0f, 1f, 2f, 1f), seen.potential("output"));
    assertEquals(List.of(), seen.spikes("node"));
    assertEquals(List.of(0L, 1L, 1L, 1L), seen.count("output", Primitive.MULTIPLY_ACCUMULATES));
    assertEquals(List.of(0L, 1L, 1L, 1L), seen.count("node", Primitive.VISITED));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aLeakyIntegratorLeaksAndDrifts(EngineChoice engine) {
    LI leaky = new LI(HALF, UNIT, Tensor.scalar(.25f));
    Observed seen = run(leaky, engine, 1f, 0f, 0f);
    assertEquals(List.of(1.25f, .875f, .6875f), seen.potential("node"));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aLeakyIntegratorMayHaveASynapticCurrent(EngineChoice engine) {
    CubaLI node =
        new CubaLI(new Synapse(HALF, Tensor.scalar(2f), CurrentRule.NEW), HALF, UNIT, ZERO);
    Observed seen = run(node, engine, 1f, 0f, 0f);
    assertEquals(List.of(2f, 2f, 1.5f), seen.potential("node"));
    assertEquals(List.of(5.5f), seen.output());
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aThresholdRemembersNothing(EngineChoice engine) {
    Observed strictly = run(new Threshold(UNIT, ThresholdRule.GREATER), engine, .75f, .75f, 1f, 2f);
    assertEquals(List.of(3), strictly.spikes("node"));
    Observed reaching =
        run(new Threshold(UNIT, ThresholdRule.GREATER_OR_EQUAL), engine, .75f, .75f, 1f, 2f);
    assertEquals(List.of(2, 3), reaching.spikes("node"));
    assertEquals(List.of(2f), reaching.output());
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aScaleIsOneSynapseAnElement(EngineChoice engine) {
    Graph graph = chain(Shape.of(2, 2), new Scale(Tensor.of(Shape.of(2, 2), 1f, 2f, 0f, 4f)));
    // Canonical order of (channels, length) is position, channel: (0,0) (1,0) (0,1) (1,1).
    EventInput input = Observed.values(Shape.of(2, 2), new float[] {1f, 3f, 5f, 7f});
    Observed seen = Observed.of(graph, input, engine);
    assertEquals(List.of(1f, 0f, 10f, 28f), seen.output());
    assertEquals(List.of(4L), seen.count("output", Primitive.MULTIPLY_ACCUMULATES));
    assertEquals(List.of(3L), seen.count("output", Primitive.EFFECTIVE_MULTIPLY_ACCUMULATES));
    assertEquals(List.of(4L), seen.count("output", Primitive.TOUCHED));
    assertEquals(List.of(3L), seen.count("output", Primitive.EFFECTIVE_TOUCHED));
  }

  @ParameterizedTest
  @EnumSource(EngineChoice.class)
  void aConv1dSlidesOverPositions(EngineChoice engine) {
    Conv1d conv =
        new Conv1d(
            Tensor.of(Shape.of(1, 1, 3), 1f, 10f, 100f),
            Optional.of(Tensor.of(ONE, .5f)),
            2,
            1,
            0,
            1,
            1);
    Graph graph = chain(Shape.of(1, 4), conv);
    EventInput input = Observed.values(Shape.of(1, 4), new float[] {1f, 2f, 0f, 4f});
    Observed seen = Observed.of(graph, input, engine);
    assertEquals(List.of(210.5f, 402.5f), seen.output());
    assertEquals(List.of(3L), seen.count("output", Primitive.EVENTS_IN));
    assertEquals(List.of(4L), seen.count("output", Primitive.MULTIPLY_ACCUMULATES));
  }

  private static CubaLIF cubaLif(CurrentRule rule) {
    return new CubaLIF(
        new Synapse(HALF, UNIT, rule), HALF, UNIT, ZERO, Firing.ofPaper(Tensor.scalar(1.5f)));
  }

  private static Graph chain(Shape input, Node node) {
    return Graph.builder()
        .node("input", new Input(input))
        .node("node", node)
        .node("output", new Output())
        .chain("input", "node", "output")
        .build();
  }

  private static Observed run(Node node, EngineChoice engine, float... values) {
    float[][] timesteps = new float[values.length][];
    for (int t = 0; t < values.length; t++) {
      timesteps[t] = new float[] {values[t]};
    }
    return Observed.of(chain(ONE, node), Observed.values(ONE, timesteps), engine);
  }
}
