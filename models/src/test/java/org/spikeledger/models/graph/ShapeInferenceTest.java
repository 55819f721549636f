package org.spikeledger.models.graph;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;

/** Expected shapes are worked out by hand. */
class ShapeInferenceTest {

  @ParameterizedTest(name = "{0} rows, kernel {1}, stride {2}, padding {3}, dilation {4}: {5}")
  @CsvSource({
    // One axis: floor((extent + 2 padding - dilation (kernel - 1) - 1) / stride) + 1.
    "28, 3, 1, 1, 1, 28",
    "28, 3, 1, 0, 1, 26",
    "34, 5, 2, 1, 1, 16",
    "7, 3, 2, 0, 1, 3",
    "8, 3, 2, 0, 1, 3",
    "9, 3, 2, 0, 1, 4",
    "9, 3, 1, 0, 2, 5",
    "9, 3, 3, 2, 4, 2",
    "5, 5, 7, 0, 1, 1",
    "1, 1, 1, 0, 1, 1",
  })
  void aConvolutionsMapFollowsFromItsWindow(
      int extent, int kernel, int stride, int padding, int dilation, int expected) {
    Conv2d conv =
        new Conv2d(
            zeros(6, 2, kernel, 1),
            Optional.empty(),
            new Extent2d(stride, 1),
            Padding.of(padding, 0),
            new Extent2d(dilation, 1),
            1);
    assertEquals(Shape.of(6, expected, 4), shape(Shape.of(2, extent, 4), conv));
  }

  @Test
  void theAreaOfAWindowMayPassThirtyTwoBits() {
    assertEquals(1L << 34, AvgPool2d.of(1 << 17).area());
  }

  @Test
  void rowsAndColumnsAreIndependentAndPaddingMayDiffer() {
    Conv2d conv =
        new Conv2d(
            zeros(8, 1, 3, 2),
            Optional.empty(),
            new Extent2d(2, 3),
            new Padding(1, 0, 0, 2),
            new Extent2d(1, 2),
            4);
    // Rows: (9 + 1 - 2 - 1) / 2 + 1 = 4; columns: (10 + 2 - 2 - 1) / 3 + 1 = 4.
    assertEquals(Shape.of(8, 4, 4), shape(Shape.of(4, 9, 10), conv));
  }

  @Test
  void poolsRoundDown() {
    assertEquals(Shape.of(3, 2, 3), shape(Shape.of(3, 5, 7), AvgPool2d.of(2)));
    assertEquals(
        Shape.of(3, 3, 2),
        shape(
            Shape.of(3, 5, 7),
            new SumPool2d(new Extent2d(2, 3), new Extent2d(2, 3), new Extent2d(1, 0))));
  }

  @Test
  void fullyConnectedNodesGiveTheirRows() {
    assertEquals(Shape.of(3), shape(Shape.of(2), new Linear(zeros(3, 2))));
    assertEquals(Shape.of(3), shape(Shape.of(2), new Affine(zeros(3, 2), zeros(3))));
  }

  @Test
  void flattenJoinsARunOfDimensions() {
    Shape map = Shape.of(2, 3, 4);
    assertEquals(Shape.of(24), shape(map, Flatten.ALL));
    assertEquals(Shape.of(6, 4), shape(map, new Flatten(0, 1)));
    assertEquals(Shape.of(6, 4), shape(map, new Flatten(0, -2)));
    assertEquals(Shape.of(2, 12), shape(map, new Flatten(1, 2)));
    assertEquals(map, shape(map, new Flatten(1, 1)));
  }

  @Test
  void flattenRefusesDimensionsThatDoNotExist() {
    for (Flatten flatten :
        new Flatten[] {
          new Flatten(0, 3), new Flatten(-1, -1), new Flatten(2, 1), new Flatten(3, -1)
        }) {
      BadInputException refused =
          assertThrows(BadInputException.class, () -> shape(Shape.of(2, 3, 4), flatten));
      assertEquals(
          "Flatten joins dimensions that exist: node=node start=%d end=%d shape=(2, 3, 4)"
              .formatted(flatten.startDimension(), flatten.endDimension()),
          refused.getMessage());
    }
  }

  @Test
  void aWindowLargerThanTheMapIsRefused() {
    BadInputException refused =
        assertThrows(
            BadInputException.class,
            () -> shape(Shape.of(1, 2, 9), Conv2d.of(zeros(1, 1, 3, 3), Optional.empty(), 0)));
    assertEquals(
        "a window must fit into the padded map: node=node map=(1, 2, 9)", refused.getMessage());
  }

  @Test
  void moreWindowsThanAnExtentCanHaveAreRefused() {
    int most = Integer.MAX_VALUE;
    Conv2d conv =
        new Conv2d(
            zeros(1, 1, 1, 1),
            Optional.empty(),
            Extent2d.of(1),
            Padding.of(1, 0),
            Extent2d.of(1),
            1);
    String rule = "a window stands at no more than 2^31 - 1 places along a padded ";
    refused(
        Shape.of(1, most, 1),
        conv,
        rule + "map: places=2147483649 node=node map=(1, 2147483647, 1)");
    refused(
        Shape.of(1, most),
        new Conv1d(zeros(1, 1, 2), Optional.empty(), 1, 1, 1, 1, 1),
        rule + "sequence: places=2147483648 node=node sequence=(1, 2147483647)");
    refused(
        Shape.of(1, 1, most),
        new SumPool2d(new Extent2d(1, 2), Extent2d.of(1), new Extent2d(0, 1)),
        rule + "map: places=2147483648 node=node map=(1, 1, 2147483647)");
  }

  private static void refused(Shape arriving, Node node, String message) {
    BadInputException refused = assertThrows(BadInputException.class, () -> shape(arriving, node));
    assertEquals(message, refused.getMessage());
  }

  @Test
  void severalSourcesMustHaveOneShape() {
    Graph.Builder builder =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("a", new Linear(zeros(3, 2)))
            .node("b", new Linear(zeros(4, 2)))
            .node("output", new Output())
            .chain("input", "a", "output")
            .chain("input", "b", "output");
    BadInputException refused = assertThrows(BadInputException.class, builder::build);
    assertEquals(
        "all that feed a node must have one shape: node=output a=(3) b=(4)", refused.getMessage());
  }

  private static Shape shape(Shape arriving, Node node) {
    return Graph.builder()
        .node("input", new Input(arriving))
        .node("node", node)
        .node("output", new Output())
        .chain("input", "node", "output")
        .build()
        .shape("node");
  }

  private static Tensor zeros(int... dimensions) {
    Shape shape = Shape.of(dimensions);
    return Tensor.adopt(shape, new float[shape.size()]);
  }
}
