package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.BadInputException;

/** Every rule, by its message: the rule, the value, the node or the edge. */
class ValidationTest {

  private static final Shape MAP = Shape.of(2, 4, 4);
  private static final Shape FLAT = Shape.of(3);

  static Stream<Arguments> nodes() {
    Tensor one = Tensor.scalar(1f);
    return Stream.of(
        refusal(
            MAP,
            conv(zeros(2, 2, 3), 1, 1, 0, 1),
            "the weight of Conv2d has four dimensions: weight=(2, 2, 3)"),
        refusal(
            FLAT,
            conv(zeros(2, 3, 1, 1), 1, 1, 0, 1),
            "a feature map (channels, rows, columns) must arrive: arriving=(3)"),
        refusal(
            MAP, conv(zeros(3, 1, 1, 1), 1, 1, 0, 2), "groups divide the channels out: groups=2"),
        refusal(
            MAP, conv(zeros(3, 1, 1, 1), 1, 1, 0, 0), "groups divide the channels out: groups=0"),
        refusal(
            MAP,
            conv(zeros(2, 3, 1, 1), 1, 1, 0, 1),
            "the weight's channels in times groups are the channels that arrive ((2, 4, 4),"
                + " groups 1): weight=(2, 3, 1, 1)"),
        refusal(MAP, conv(zeros(2, 2, 1, 1), 0, 1, 0, 1), "stride lies in 1..65536: stride=(0, 0)"),
        refusal(
            MAP, conv(zeros(2, 2, 1, 1), 1, 0, 0, 1), "dilation lies in 1..65536: dilation=(0, 0)"),
        refusal(
            MAP,
            conv(zeros(2, 2, 1, 1), 1, 1, -1, 1),
            "padding lies in 0..65536: padding=(-1, -1)"),
        refusal(
            MAP,
            conv(zeros(2, 2, 1, 1), 1, 1, 65537, 1),
            "padding lies in 0..65536: padding=(65537, 65537)"),
        refusal(
            MAP,
            Conv2d.of(zeros(2, 2, 1, 1), Optional.of(zeros(3)), 0),
            "a bias has one value a target: bias=(3)"),
        refusal(
            MAP,
            Conv2d.of(with(Float.NaN, 2, 2, 1, 1), Optional.empty(), 0),
            "NaN and infinite values are refused: weight=(2, 2, 1, 1)"),
        refusal(FLAT, new Linear(zeros(3)), "the weight of Linear has two dimensions: weight=(3)"),
        refusal(
            FLAT,
            new Linear(zeros(2, 4)),
            "the weight's second dimension is the number of values that arrive ((3)):"
                + " weight=(2, 4)"),
        refusal(
            MAP,
            new Linear(zeros(2, 32)),
            "the weight's second dimension is the number of values that arrive ((2, 4, 4)):"
                + " weight=(2, 32)"),
        refusal(FLAT, new Affine(zeros(2, 3), zeros(3)), "a bias has one value a target: bias=(3)"),
        refusal(
            FLAT,
            new Affine(zeros(2, 3), with(Float.NEGATIVE_INFINITY, 2)),
            "NaN and infinite values are refused: bias=(2)"),
        refusal(
            FLAT,
            AvgPool2d.of(2),
            "a feature map (channels, rows, columns) must arrive: arriving=(3)"),
        refusal(MAP, AvgPool2d.of(0), "kernel lies in 1..65536: kernel=(0, 0)"),
        refusal(
            MAP,
            new SumPool2d(Extent2d.of(2), Extent2d.of(2), Extent2d.of(2)),
            "a pool's padding is smaller than its window: padding=(2, 2)"),
        refusal(
            FLAT,
            new IF(zeros(2), Firing.ofPaper(one)),
            "a parameter is a scalar or has the layer's shape (3): gain=(2)"),
        refusal(
            FLAT,
            new LIF(with(Float.NaN, 3), one, one, Firing.ofPaper(one)),
            "NaN and infinite values are refused: leak=(3)"),
        refusal(
            FLAT,
            new LIF(Tensor.of(FLAT, 0f, 1f, 1.5f), one, one, Firing.ofPaper(one)),
            "a leak lies in 0..1: leak=1.5"),
        refusal(
            FLAT,
            new LIF(Tensor.scalar(-.5f), one, one, Firing.ofPaper(one)),
            "a leak lies in 0..1: leak=-0.5"),
        refusal(
            FLAT,
            new LIF(one, one, Tensor.scalar(Float.POSITIVE_INFINITY), Firing.ofPaper(one)),
            "NaN and infinite values are refused: drift=()"),
        refusal(
            FLAT,
            new IF(one, Firing.ofPaper(Tensor.of(FLAT, 1f, 0f, 1f))),
            "a threshold must be above 0: threshold=0.0"),
        refusal(
            FLAT,
            new IF(one, Firing.ofPaper(Tensor.scalar(-1f))),
            "a threshold must be above 0: threshold=-1.0"),
        refusal(
            FLAT,
            new IF(one, Firing.ofPaper(Tensor.scalar(Float.NaN))),
            "NaN and infinite values are refused: threshold=()"));
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("nodes")
  void aNodeThatBreaksARuleIsRefusedByRuleValueAndName(Shape arriving, Node node, String message) {
    Graph.Builder builder =
        Graph.builder()
            .node("input", new Input(arriving))
            .node("broken", node)
            .node("output", new Output())
            .chain("input", "broken", "output");
    BadInputException refused = assertThrows(BadInputException.class, builder::build);
    assertEquals(message + " node=broken", refused.getMessage());
  }

  @Test
  void structureIsRefusedByNodeOrEdge() {
    refused("a network has exactly one Input: nodes=[]", b -> b.node("output", new Output()));
    refused(
        "a network has exactly one Input: nodes=[a, b]",
        b -> b.node("b", new Input(FLAT)).node("a", new Input(FLAT)));
    refused("a network has exactly one Output: nodes=[]", b -> b.node("a", new Input(FLAT)));
    refused(
        "both ends of an edge must be nodes of the network: edge=in -> lif missing=lif",
        b -> ends(b).edge("in", "lif"));
    refused(
        "both ends of an edge must be nodes of the network: edge=lif -> out missing=lif",
        b -> ends(b).edge("lif", "out"));
    refused(
        "an edge must not stand twice: edge=in -> out",
        b -> ends(b).edge("in", "out").edge("in", "out"));
    refused("nothing may feed the input: edge=in -> in", b -> ends(b).edge("in", "in"));
    refused(
        "the output may feed nothing: edge=out -> x",
        b -> ends(b).node("x", paper()).chain("in", "x", "out").edge("out", "x"));
    refused(
        "every node but the input needs a source: node=x",
        b -> ends(b).node("x", paper()).edge("in", "out").edge("x", "out"));
    refused(
        "every node but the output needs a target: node=x",
        b -> ends(b).node("x", paper()).edge("in", "out").edge("in", "x"));
    refused(
        "every node must be reached from the input: node=x",
        b -> ends(b).node("x", paper()).node("y", paper()).chain("in", "out").chain("x", "y", "x"));
    refused(
        "a node's values must reach a population or the output: node=x",
        b ->
            ends(b)
                .node("x", Flatten.ALL)
                .node("y", new Scale(Tensor.scalar(1f)))
                .chain("in", "out")
                .chain("in", "y", "x", "y"));
    refused(
        "a cycle has a node that is not a Flatten: node=x",
        b ->
            ends(b)
                .node("x", Flatten.ALL)
                .node("y", Flatten.ALL)
                .chain("in", "x", "y", "x")
                .edge("y", "out"));
    refused(
        "all that feed a node must have one shape: node=x in=(3) y=(2)",
        b ->
            ends(b)
                .node("x", paper())
                .node("y", new Linear(Tensor.adopt(Shape.of(2, 3), new float[6])))
                .chain("in", "x", "y", "x")
                .edge("x", "out"));
    for (float timesteps : new float[] {-1f, .5f, 65537f}) {
      refused(
          "a delay is a whole number of timesteps in 0..65536: timesteps=%s node=x"
              .formatted(timesteps),
          b -> ends(b).node("x", new Delay(Tensor.scalar(timesteps))).chain("in", "x", "out"));
    }
    refused("a node's name must be unique: node=in", b -> ends(b).node("in", new Output()));
    refused("the network has no such node: node=x", b -> ends(b).replace("x", paper()));
  }

  @Test
  void sparseMatricesAreRefusedByTheirRow() {
    refusedSparse(
        "a sparse matrix has an offset a row and one more, and a column a value: rows=2"
            + " columns=3 offsets=2 indices=1 values=1",
        new int[] {0, 1},
        0);
    refusedSparse(
        "the offsets of a sparse matrix run from 0 to its values: first=0 last=1 values=2",
        new int[] {0, 1, 1},
        0,
        1);
    refusedSparse("the offsets of a sparse matrix must not fall: row=0", new int[] {0, 5, 2}, 0, 1);
    refusedSparse(
        "the columns of a sparse row ascend within the matrix: row=1 column=1 columns=3",
        new int[] {0, 0, 2},
        1,
        1);
    refusedSparse(
        "the columns of a sparse row ascend within the matrix: row=0 column=3 columns=3",
        new int[] {0, 1, 1},
        3);
  }

  private static void refusedSparse(String message, int[] starts, int... columns) {
    assertEquals(
        message,
        assertThrows(
                BadInputException.class,
                () -> SparseMatrix.adopt(2, 3, starts, columns, new float[columns.length]))
            .getMessage());
  }

  @Test
  void aNodeThatIsNotThereIsRefusedByName() {
    Graph graph = ends(Graph.builder()).edge("in", "out").build();
    assertEquals(
        "the network has no such node: node=x",
        assertThrows(BadInputException.class, () -> graph.node("x")).getMessage());
  }

  @Test
  void shapesAndTensorsAreRefusedByTheirValues() {
    assertEquals(
        "an extent must be at least 1: shape=(2, 0)",
        assertThrows(BadInputException.class, () -> Shape.of(2, 0)).getMessage());
    assertEquals(
        "a shape holds at most 2^31 - 1 elements: shape=(65536, 32768)",
        assertThrows(BadInputException.class, () -> Shape.of(65536, 32768)).getMessage());
    assertEquals(Integer.MAX_VALUE, Shape.of(Integer.MAX_VALUE).size());
    assertEquals(
        "a tensor needs a value for each element: values=1 shape=(2)",
        assertThrows(BadInputException.class, () -> Tensor.of(Shape.of(2), 1f)).getMessage());
  }

  @Test
  void aNormalisationThatDividesByNothingIsRefused() {
    assertEquals(
        "a standard deviation must be finite and above 0: standardDeviation=0.0",
        assertThrows(BadInputException.class, () -> new Normalisation(List.of(.5), List.of(0.0)))
            .getMessage());
    assertEquals(
        "a normalisation needs a mean and a standard deviation a channel: means=2"
            + " standardDeviations=1",
        assertThrows(
                BadInputException.class, () -> new Normalisation(List.of(.5, .5), List.of(1.0)))
            .getMessage());
    Normalisation normalisation = new Normalisation(List.of(.5), List.of(.25));
    assertEquals(2f, normalisation.value(0, 255));
    assertEquals(-2f, normalisation.value(0, 0));
  }

  private static void refused(String message, Consumer<Graph.Builder> parts) {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> {
              Graph.Builder builder = Graph.builder();
              parts.accept(builder);
              builder.build();
            });
    assertEquals(message, refused.getMessage());
  }

  private static Graph.Builder ends(Graph.Builder builder) {
    return builder.node("in", new Input(FLAT)).node("out", new Output());
  }

  private static IF paper() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }

  private static Arguments refusal(Shape arriving, Node node, String message) {
    return Arguments.of(arriving, node, message);
  }

  private static Conv2d conv(Tensor weight, int stride, int dilation, int padding, int groups) {
    return new Conv2d(
        weight,
        Optional.empty(),
        Extent2d.of(stride),
        Padding.of(padding, padding),
        Extent2d.of(dilation),
        groups);
  }

  private static Tensor zeros(int... dimensions) {
    return with(0f, dimensions);
  }

  private static Tensor with(float last, int... dimensions) {
    Shape shape = Shape.of(dimensions);
    float[] values = new float[shape.size()];
    values[values.length - 1] = last;
    return Tensor.adopt(shape, values);
  }
}
