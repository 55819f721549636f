package org.spikeledger.models.nir.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv1d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Firing;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Node;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

class FoldingTest {

  private static Graph chain(Shape input, Object... namesAndNodes) {
    Graph.Builder builder = Graph.builder().node("input", new Input(input));
    String last = "input";
    for (int i = 0; i < namesAndNodes.length; i += 2) {
      String name = (String) namesAndNodes[i];
      builder.node(name, (Node) namesAndNodes[i + 1]).edge(last, name);
      last = name;
    }
    return builder.node("output", new Output()).edge(last, "output").build();
  }

  private static Tensor row(float... values) {
    return Tensor.of(Shape.of(values.length), values);
  }

  private static Tensor matrix(int rows, float... values) {
    return Tensor.of(Shape.of(rows, values.length / rows), values);
  }

  private static IF neuron() {
    return new IF(Tensor.scalar(1f), Firing.ofPaper(Tensor.scalar(1f)));
  }

  private static Conv2d batchNormalisation(Tensor factors, Tensor shifts) {
    int channels = factors.size();
    return new Conv2d(
        Tensor.of(Shape.of(channels, 1, 1, 1), factors.toArray()),
        Optional.of(shifts),
        Extent2d.of(1),
        Padding.of(0, 0),
        Extent2d.of(1),
        channels);
  }

  @Test
  void aScaleBehindALinearMultipliesItsRows() {
    Folding folding =
        Folding.of(
            chain(
                Shape.of(2),
                "linear",
                new Linear(matrix(2, 1, 2, 3, 4)),
                "scale",
                new Scale(row(2, -1))));
    assertEquals(List.of("scale into linear"), folding.folded());
    assertEquals(List.of(), folding.left());
    assertEquals(new Linear(matrix(2, 2, 4, -3, -4)), folding.graph().node("linear"));
    assertEquals(List.of("input", "linear", "output"), folding.graph().topologicalOrder());
  }

  @Test
  void aDiagonalAffineBehindAnotherAddsItsShift() {
    Folding folding =
        Folding.of(
            chain(
                Shape.of(3),
                "first",
                new Affine(matrix(2, 1, 2, 3, 4, 5, 6), row(1, 10)),
                "normalise",
                new Affine(matrix(2, 2, 0, 0, 3), row(.5f, -1))));
    assertEquals(
        new Affine(matrix(2, 2, 4, 6, 12, 15, 18), row(2.5f, 29)), folding.graph().node("first"));
  }

  @Test
  void batchNormalisationGoesIntoItsConvolution() {
    Conv2d conv =
        new Conv2d(
            Tensor.of(Shape.of(2, 1, 1, 2), 1, 2, 3, 4),
            Optional.empty(),
            Extent2d.of(1),
            Padding.of(0, 1),
            Extent2d.of(1),
            1);
    Folding folding =
        Folding.of(
            chain(
                Shape.of(1, 2, 3),
                "conv",
                conv,
                "normalise",
                batchNormalisation(row(2, 4), row(1, 0)),
                "neuron",
                neuron()));
    Conv2d folded = (Conv2d) folding.graph().node("conv");
    assertEquals(Tensor.of(Shape.of(2, 1, 1, 2), 2, 4, 12, 16), folded.weight());
    assertEquals(Optional.of(row(1, 0)), folded.bias());
    assertEquals(conv.padding(), folded.padding());
  }

  @Test
  void aScaleBeforeALinearMultipliesItsColumns() {
    Folding folding =
        Folding.of(
            chain(
                Shape.of(2),
                "neuron",
                neuron(),
                "scale",
                new Scale(row(2, 3)),
                "linear",
                new Linear(matrix(2, 1, 2, 3, 4))));
    assertEquals(new Linear(matrix(2, 2, 6, 6, 12)), folding.graph().node("linear"));
    assertEquals(List.of("neuron"), folding.graph().sources("linear"));
  }

  @Test
  void aShiftBeforeALinearBecomesItsBias() {
    Folding folding =
        Folding.of(
            chain(
                Shape.of(2),
                "shift",
                new Affine(matrix(2, 1, 0, 0, 1), row(1, -1)),
                "linear",
                new Linear(matrix(1, 3, 5))));
    assertEquals(new Affine(matrix(1, 3, 5), row(-2)), folding.graph().node("linear"));
  }

  @Test
  void groupsTakeTheFactorsOfTheirOwnChannels() {
    Conv2d conv =
        new Conv2d(
            Tensor.of(Shape.of(2, 1, 1, 1), 1, 1),
            Optional.empty(),
            Extent2d.of(2),
            Padding.of(0, 0),
            Extent2d.of(1),
            2);
    float[] scale = {2, 2, 2, 2, 3, 3, 3, 3};
    Folding folding =
        Folding.of(
            chain(
                Shape.of(2, 2, 2),
                "neuron",
                neuron(),
                "scale",
                new Scale(Tensor.of(Shape.of(2, 2, 2), scale)),
                "conv",
                conv));
    assertEquals(
        Tensor.of(Shape.of(2, 1, 1, 1), 2, 3), ((Conv2d) folding.graph().node("conv")).weight());
  }

  @Test
  void aConvolutionOfOneDimensionTakesAScaleByChannel() {
    Conv1d conv = new Conv1d(Tensor.of(Shape.of(2, 1, 1), 1, 1), Optional.empty(), 1, 0, 0, 1, 1);
    float[] scale = {2, 2, 2, 5, 5, 5};
    Folding folding =
        Folding.of(
            chain(
                Shape.of(1, 3),
                "conv",
                conv,
                "scale",
                new Scale(Tensor.of(Shape.of(2, 3), scale))));
    assertEquals(
        Tensor.of(Shape.of(2, 1, 1), 2, 5), ((Conv1d) folding.graph().node("conv")).weight());
  }

  @Test
  void whatNoNeighbourCanTakeStays() {
    float[] uneven = {1, 2, 3, 4};
    Graph graph =
        chain(
            Shape.of(1, 2, 2),
            "conv",
            Conv2d.of(Tensor.of(Shape.of(1, 1, 1, 1), 1), Optional.empty(), 0),
            "scale",
            new Scale(Tensor.of(Shape.of(1, 2, 2), uneven)),
            "flatten",
            Flatten.ALL);
    Folding folding = Folding.of(graph);
    assertEquals(List.of(), folding.folded());
    assertEquals(List.of("scale"), folding.left());
    assertEquals(graph.nodes(), folding.graph().nodes());
  }

  @Test
  void aConnectionWithAnotherUseStays() {
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(2)))
            .node("linear", new Linear(matrix(2, 1, 2, 3, 4)))
            .node("scale", new Scale(Tensor.scalar(2f)))
            .node("neuron", neuron())
            .node("output", new Output())
            .chain("input", "linear", "scale", "neuron", "output")
            .edge("linear", "neuron")
            .build();
    assertEquals(List.of("scale"), Folding.of(graph).left());
  }
}
