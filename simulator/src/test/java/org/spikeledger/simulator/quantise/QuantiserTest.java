package org.spikeledger.simulator.quantise;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.LI;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.LeakRounding;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Pool;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.simulator.run.EngineFactory;
import org.spikeledger.simulator.run.RunSettings;

/** What becomes of each parameter, computed by hand. */
class QuantiserTest {

  private static final Tensor ONE = Tensor.scalar(1f);
  private static final Tensor NONE = Tensor.scalar(0f);

  /**
   * The input's 1 stands for .5. Target 0: weights 1, -.5 stand for .5 and -.25 of an input's unit;
   * the largest becomes 127, so its scale is .5/127, and the other one is -63.5, to even -64.
   */
  @Test
  void weightsBiasThresholdAndDriftAreDividedByTheScaleOfTheirChannel() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node(
                "fc",
                new Affine(
                    Tensor.of(Shape.of(2, 2), 1f, -0.5f, 0.25f, 0f),
                    Tensor.of(Shape.of(2), 0.1f, -0.3f)))
            .node(
                "lif",
                new LIF(
                    Tensor.scalar(0.9f),
                    Tensor.scalar(2f),
                    Tensor.scalar(0.01f),
                    Firing.ofPaper(Tensor.scalar(1.5f))))
            .node("end", new Linear(Tensor.of(Shape.of(1, 2), 3f, -1f)))
            .node("output", new Output())
            .chain("input", "fc", "lif", "end", "output")
            .build();
    Graph whole = Quantiser.quantise(graph, 0.5f, 1, ValueKind.ANALOG);
    Connection fc = (Connection) whole.node("fc");
    assertArrayEquals(new float[] {127, -64, 127, 0}, fc.weight().toArray());
    double[] scale = {0.5 / 127, 0.125 / 127};
    assertArrayEquals(
        new float[] {rint(0.1f / scale[0]), rint(-0.3f / scale[1])}, fc.bias().get().toArray());
    LIF lif = assertInstanceOf(LIF.class, whole.node("lif"));
    assertArrayEquals(
        new float[] {rint(1.5 / (2 * scale[0])), rint(1.5 / (2 * scale[1]))},
        lif.firing().threshold().toArray());
    assertArrayEquals(
        new float[] {rint(0.01f / (2 * scale[0])), rint(0.01f / (2 * scale[1]))},
        lif.drift().toArray());
    assertEquals(29491f / 32768f, lif.leak().get(0));
    assertEquals(LeakRounding.WHOLE, lif.leakRounding());
    assertTrue(lif.gain().isAll(1f));
    assertArrayEquals(new float[] {127, -42}, ((Connection) whole.node("end")).weight().toArray());
    assertEquals((float) (3.0 / 127), ((Output) whole.node("output")).scale().get(0));
    assertEquals(0.5f, whole.properties().quantisation().orElseThrow().inputScale());
  }

  private static float rint(double value) {
    return (float) Math.rint(value);
  }

  /** A pool's sum is four times its mean, so behind it a current's 1 stands for a quarter. */
  @Test
  void anAveragePoolBecomesASumAndTheThresholdBehindItGrowsByTheArea() {
    Graph pooled = pooled(new AvgPool2d(two(), two(), zero(), true));
    Graph flat = pooled(new SumPool2d(two(), two(), zero()));
    Graph whole = Quantiser.quantise(pooled, 1f, 1, ValueKind.ANALOG);
    assertInstanceOf(SumPool2d.class, whole.node("pool"));
    float ofMean = ((Neuron) whole.node("if2")).firing().threshold().get(0);
    float ofSum =
        ((Neuron) Quantiser.quantise(flat, 1f, 1, ValueKind.ANALOG).node("if2"))
            .firing()
            .threshold()
            .get(0);
    assertEquals(4 * ofSum, ofMean);
    assertEquals(4 * 127, ofMean);
  }

  private static Extent2d two() {
    return Extent2d.of(2);
  }

  private static Extent2d zero() {
    return Extent2d.of(0);
  }

  private static Graph pooled(Pool pool) {
    return Graph.builder()
        .node("input", new Input(Shape.of(1, 2, 2)))
        .node("scale", new Scale(Tensor.of(Shape.of(1, 2, 2), 1f, 1f, 1f, 1f)))
        .node("if", new IF(ONE, Firing.ofPaper(ONE)))
        .node("pool", pool)
        .node("flatten", new Flatten(0, -1))
        .node("fc", new Linear(Tensor.of(Shape.of(1, 1), 1f)))
        .node("if2", new IF(ONE, Firing.ofPaper(ONE)))
        .node("output", new Output())
        .chain("input", "scale", "if", "pool", "flatten", "fc", "if2", "output")
        .build();
  }

  @Test
  void anEdgeWithoutWeightsGetsOneThatSharesTheChannelsScale() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1)))
            .node("fc", new Linear(Tensor.of(Shape.of(1, 1), 0.5f)))
            .node("if", new IF(ONE, Firing.ofPaper(Tensor.scalar(1f))))
            .node("output", new Output())
            .chain("input", "fc", "if", "output")
            .edge("input", "if")
            .build();
    Graph whole = Quantiser.quantise(graph, 1f, 1, ValueKind.ANALOG);
    assertArrayEquals(new float[] {64}, ((Connection) whole.node("fc")).weight().toArray());
    assertArrayEquals(
        new float[] {127}, ((Connection) whole.node("input_to_if")).weight().toArray());
    assertEquals(List.of("fc", "input_to_if"), whole.sources("if"));
  }

  /** The largest of channel 0 is .5, of channel 1 it is 2: .5 is 127 here and 32 there. */
  @Test
  void aScaleOfOneValueIsDividedByTheScaleOfEachChannel() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2, 1, 2)))
            .node("weights", new Scale(Tensor.of(Shape.of(2, 1, 2), 0.1f, 0.1f, 2f, 2f)))
            .node("shortcut", new Scale(Tensor.scalar(0.5f)))
            .node("if", new IF(ONE, Firing.ofPaper(ONE)))
            .node("output", new Output())
            .chain("input", "weights", "if", "output")
            .chain("input", "shortcut", "if")
            .build();
    Graph whole = Quantiser.quantise(graph, 1f, 1, ValueKind.ANALOG);
    assertEquals(
        Tensor.of(Shape.of(2, 1, 2), 127, 127, 32, 32), ((Scale) whole.node("shortcut")).scale());
    assertEquals(
        Tensor.of(Shape.of(2, 1, 2), 25, 25, 127, 127), ((Scale) whole.node("weights")).scale());
  }

  @Test
  void whatHasNoIntegerFormIsRefusedByName() {
    Graph integrator =
        Graph.builder()
            .node("input", new Input(Shape.of(1)))
            .node("li", new LI(ONE, ONE, NONE))
            .node("output", new Output())
            .chain("input", "li", "output")
            .build();
    refuses(integrator, "node=li");
    Graph twoConnections =
        Graph.builder()
            .node("input", new Input(Shape.of(1)))
            .node("a", new Linear(Tensor.of(Shape.of(1, 1), 1f)))
            .node("b", new Linear(Tensor.of(Shape.of(1, 1), 1f)))
            .node("output", new Output())
            .chain("input", "a", "b", "output")
            .build();
    refuses(twoConnections, "node=a");
    refuses(Quantiser.quantise(pooled(AvgPool2d.of(2)), 1f, 1, ValueKind.ANALOG), "inputScale=1.0");
  }

  @Test
  void aPotentialThatCouldReach2To24IsRefused() {
    Graph graph = pooled(AvgPool2d.of(2));
    // The first layer's current is at most 127 * 127: 1040 timesteps fit, 1041 do not.
    Quantiser.quantise(graph, 1f, 1040, ValueKind.ANALOG);
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> Quantiser.quantise(graph, 1f, 1041, ValueKind.ANALOG));
    assertTrue(refused.getMessage().contains("timesteps=1041 node=if"), refused.getMessage());
  }

  @Test
  void singleSpikesAreNoLargerThanOne() {
    Graph graph = pooled(AvgPool2d.of(2));
    // As many as directly encoded values would be refused for, above.
    Quantiser.quantise(graph, 1f, 1041, ValueKind.BINARY);
    assertThrows(
        BadInputException.class, () -> Quantiser.quantise(graph, 1f, 1 << 17, ValueKind.BINARY));
  }

  @Test
  void aQuantisedNetworkRunsNoLongerThanItsPotentialsBear() {
    Graph whole = Quantiser.quantise(pooled(AvgPool2d.of(2)), 1f, 1, ValueKind.ANALOG);
    prepare(whole, 1040);
    BadInputException refused = assertThrows(BadInputException.class, () -> prepare(whole, 1041));
    assertTrue(refused.getMessage().contains("timesteps=1041 node=if"), refused.getMessage());
  }

  @Test
  void aNetworkThatIsSaidToBeQuantisedAndIsNotIsRefusedByName() {
    Graph whole = Quantiser.quantise(pooled(AvgPool2d.of(2)), 1f, 1, ValueKind.ANALOG);
    Firing firing = Firing.ofPaper(ONE);
    Tensor half = Tensor.scalar(0.5f);
    refusesToRun(
        whole,
        "fc",
        new Linear(Tensor.of(Shape.of(1, 1), 0.5f)),
        "weights are whole numbers in -127..127");
    refusesToRun(
        whole,
        "fc",
        new Linear(Tensor.of(Shape.of(1, 1), 128f)),
        "weights are whole numbers in -127..127");
    refusesToRun(
        whole,
        "fc",
        new Affine(Tensor.of(Shape.of(1, 1), 1f), Tensor.of(Shape.of(1), 0.5f)),
        "biases are whole numbers");
    refusesToRun(whole, "pool", AvgPool2d.of(2), "a pool sums");
    refusesToRun(whole, "if2", new IF(half, firing), "a population has no gain");
    refusesToRun(
        whole,
        "if2",
        new IF(ONE, Firing.ofPaper(half)),
        "thresholds, drifts and reset values are whole numbers");
    refusesToRun(whole, "if2", new LIF(half, ONE, NONE, firing), "a leak rounds to whole numbers");
    refusesToRun(
        whole, "if2", new LI(ONE, ONE, NONE), "a population fires and has no synaptic current");
    Graph bare = whole.toBuilder().replace("if2_to_output", Flatten.ALL).build();
    assertRefused(bare, "in integer mode every edge into a population has weights: node=output");
  }

  private static void refusesToRun(Graph whole, String name, Node other, String rule) {
    Graph changed = whole.toBuilder().replace(name, other).build();
    assertRefused(changed, "in integer mode " + rule + ": node=" + name);
  }

  private static void assertRefused(Graph graph, String message) {
    BadInputException refused = assertThrows(BadInputException.class, () -> prepare(graph, 1));
    assertEquals(message, refused.getMessage());
  }

  private static void prepare(Graph graph, int timesteps) {
    try (EngineFactory engines =
        new EngineFactory(graph, ValueKind.ANALOG, RunSettings.of(timesteps))) {
      engines.create();
    }
  }

  private static void refuses(Graph graph, String where) {
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> Quantiser.quantise(graph, 1f, 1, ValueKind.ANALOG));
    assertTrue(refused.getMessage().contains(where), refused.getMessage());
  }
}
