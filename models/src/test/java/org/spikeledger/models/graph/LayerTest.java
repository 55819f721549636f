package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Layers and the kinds of values between them. */
class LayerTest {

  @Test
  void aLayerTakesTheConnectionsThatReachItThroughPoolsAndFlatten() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, 4, 4)))
            .node("conv", Conv2d.of(zeros(2, 1, 3, 3), Optional.empty(), 1))
            .node("pool", AvgPool2d.of(2))
            .node("neurons", paper(SpikeRule.SINGLE))
            .node("flatten", Flatten.ALL)
            .node("linear", new Linear(zeros(5, 8)))
            .node("output", new Output())
            .chain("input", "conv", "pool", "neurons", "flatten", "linear", "output")
            .build();
    assertEquals(
        List.of(
            new Layer(0, "neurons", 8, false, List.of("conv")),
            new Layer(1, "output", 5, true, List.of("linear"))),
        Layer.of(graph));
  }

  @Test
  void aLayerWithSeveralSourcesHasThemInNameOrder() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("b", new Linear(zeros(2, 2)))
            .node("first", paper(SpikeRule.SINGLE))
            .node("z", new Linear(zeros(2, 2)))
            .node("a", new Linear(zeros(2, 2)))
            .node("second", paper(SpikeRule.SINGLE))
            .node("output", new Output())
            .chain("input", "b", "first", "z", "second", "output")
            .chain("input", "a", "second")
            .build();
    assertEquals(
        List.of(
            new Layer(0, "first", 2, false, List.of("b")),
            new Layer(1, "second", 2, false, List.of("a", "z")),
            new Layer(2, "output", 2, true, List.of())),
        Layer.of(graph));
  }

  @Test
  void aConnectionThatFeedsTwoLayersStandsInTheFirstRowOnly() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("shared", new Linear(zeros(2, 2)))
            .node("n1", paper(SpikeRule.SINGLE))
            .node("n2", paper(SpikeRule.SINGLE))
            .node("output", new Output())
            .chain("input", "shared", "n1", "output")
            .chain("shared", "n2", "output")
            .build();
    assertEquals(
        List.of(
            new Layer(0, "n1", 2, false, List.of("shared")),
            new Layer(1, "n2", 2, false, List.of()),
            new Layer(2, "output", 2, true, List.of())),
        Layer.of(graph));
  }

  @Test
  void valuesKeepTheirKindOnTheWayThroughTheNetwork() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, 4, 4)))
            .node("conv", Conv2d.of(zeros(2, 1, 3, 3), Optional.empty(), 1))
            .node("single", paper(SpikeRule.SINGLE))
            .node("pool", AvgPool2d.of(2))
            .node("multiple", paper(SpikeRule.MULTIPLE))
            .node("flatten", Flatten.ALL)
            .node("linear", new Linear(zeros(5, 8)))
            .node("output", new Output())
            .chain("input", "conv", "single", "pool", "multiple", "flatten", "linear", "output")
            .build();
    ValueKinds direct = ValueKinds.of(graph, ValueKind.ANALOG);
    assertEquals(ValueKind.ANALOG, direct.arriving("conv"));
    assertEquals(ValueKind.ANALOG, direct.sent("conv"));
    assertEquals(ValueKind.BINARY, direct.sent("single"));
    assertEquals(ValueKind.BINARY, direct.arriving("pool"));
    assertEquals(ValueKind.GRADED, direct.sent("pool"));
    assertEquals(ValueKind.GRADED, direct.sent("multiple"));
    assertEquals(ValueKind.GRADED, direct.arriving("linear"));
    assertEquals(ValueKind.ANALOG, direct.arriving("output"));
    assertEquals(ValueKind.BINARY, ValueKinds.of(graph, ValueKind.BINARY).arriving("conv"));
  }

  @Test
  void whatADirectlyEncodedInputAloneFeedsIsConstantUpToTheFirstNeurons() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1, 4, 4)))
            .node("pool", AvgPool2d.of(2))
            .node("flatten", Flatten.ALL)
            .node("linear", new Linear(zeros(4, 4)))
            .node("neurons", paper(SpikeRule.SINGLE))
            .node("last", new Linear(zeros(2, 4)))
            .node("output", new Output())
            .chain("input", "pool", "flatten", "linear", "neurons", "last", "output")
            .build();
    ValueKinds direct = ValueKinds.of(graph, ValueKind.ANALOG);
    for (String name : List.of("input", "pool", "flatten", "linear")) {
      assertEquals(true, direct.isConstant(name), name);
    }
    assertEquals(true, direct.arrivesConstant("neurons"));
    assertEquals(false, direct.isConstant("neurons"));
    assertEquals(false, direct.isConstant("last"));
    assertEquals(false, ValueKinds.of(graph, ValueKind.BINARY).isConstant("linear"));
    assertEquals(true, direct.isPooled("flatten"));
    assertEquals(true, direct.arrivesPooled("linear"));
    assertEquals(false, direct.arrivesPooled("pool"));
    assertEquals(false, direct.arrivesPooled("last"));
  }

  @Test
  void aSumOfBinarySourcesIsGradedAndWithACurrentInItAnalog() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("a", paper(SpikeRule.SINGLE))
            .node("b", paper(SpikeRule.SINGLE))
            .node("linear", new Linear(zeros(2, 2)))
            .node("sum", paper(SpikeRule.SINGLE))
            .node("output", new Output())
            .chain("input", "a", "linear", "sum", "output")
            .chain("input", "b", "linear")
            .edge("b", "sum")
            .build();
    ValueKinds kinds = ValueKinds.of(graph, ValueKind.BINARY);
    assertEquals(ValueKind.GRADED, kinds.arriving("linear"));
    assertEquals(ValueKind.ANALOG, kinds.arriving("sum"));
    assertEquals(ValueKind.BINARY, kinds.sent("sum"));
  }

  private static Tensor zeros(int... dimensions) {
    Shape shape = Shape.of(dimensions);
    return Tensor.adopt(shape, new float[shape.size()]);
  }

  private static IF paper(SpikeRule spikeRule) {
    return new IF(
        Tensor.scalar(1f),
        new Firing(
            Tensor.scalar(1f),
            ThresholdRule.GREATER,
            spikeRule,
            ResetRule.BY_SUBTRACTION,
            Tensor.scalar(0f)));
  }
}
