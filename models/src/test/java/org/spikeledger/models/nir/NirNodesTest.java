package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.AvgPool2d;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Extent2d;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

class NirNodesTest {

  @TempDir Path folder;

  @Test
  void scalarsMayStandForBothAxesAndMayHaveOneDimension() {
    NirImport read =
        read(
            NirFileMaker.convolution()
                .set("conv", "stride", 2L)
                .set("conv", "padding", new long[] {1})
                .set("conv", "groups", new long[] {1})
                .set("conv", "dilation", 1)
                .set("output", "shape", new long[] {1, 3, 3}));
    Conv2d conv = (Conv2d) read.graph().node("conv");
    assertEquals(Extent2d.of(2), conv.stride());
    assertEquals(Padding.of(1, 1), conv.padding());
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void wideNumbersAreRoundedToFloat32() {
    NirImport read =
        read(
            NirFileMaker.convolution()
                .set("conv", "weight", new double[][][][] {{{{.1, 2}, {3, 4}, {5, 6}}}})
                .set("conv", "bias", new long[] {3}));
    Conv2d conv = (Conv2d) read.graph().node("conv");
    assertEquals(Tensor.of(Shape.of(1, 1, 3, 2), .1f, 2, 3, 4, 5, 6), conv.weight());
    assertEquals(Optional.of(Tensor.of(Shape.of(1), 3f)), conv.bias());
  }

  @Test
  void samePaddingPutsTheOddOneAtTheEnd() {
    NirImport read =
        read(
            NirFileMaker.convolution()
                .set("conv", "padding", "same")
                .set("output", "shape", new long[] {1, 5, 4}));
    assertEquals(new Padding(1, 0, 1, 1), ((Conv2d) read.graph().node("conv")).padding());
    assertEquals(Shape.of(1, 5, 4), read.graph().shape("conv"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void samePaddingDoesNotIgnoreTheStride() {
    NirImport read =
        read(
            NirFileMaker.convolution()
                .set("conv", "padding", "same")
                .set("conv", "stride", 2L)
                .set("output", "shape", new long[] {1, 3, 2}));
    assertEquals(Shape.of(1, 3, 2), read.graph().shape("conv"));
  }

  @Test
  void validPaddingIsNone() {
    NirImport read = read(NirFileMaker.convolution().set("conv", "padding", "valid"));
    assertEquals(Padding.of(0, 0), ((Conv2d) read.graph().node("conv")).padding());
  }

  @Test
  void anotherWordForPaddingIsRefused() {
    refused(
        NirFileMaker.convolution().set("conv", "padding", "full"),
        "a padding in words is same or valid: padding=full node=conv");
  }

  @Test
  void aWrongInputShapeIsAWarningThatNamesTheNode() {
    NirImport read = read(NirFileMaker.convolution().set("conv", "input_shape", new long[] {4, 4}));
    assertEquals(
        List.of(
            "a declared shape differs from the computed one, which counts: input_shape=(4, 4)"
                + " computed=(5, 4) node=conv"),
        read.warnings());
  }

  @Test
  void aWrongOutputShapeIsAWarningThatNamesTheNode() {
    NirImport read = read(NirFileMaker.convolution().set("output", "shape", new long[] {1, 1, 1}));
    assertEquals(
        List.of(
            "a declared shape differs from the computed one, which counts: shape=(1, 1, 1)"
                + " computed=(1, 3, 3) node=output"),
        read.warnings());
    assertEquals(Shape.of(1, 3, 3), read.graph().shape("output"));
  }

  @Test
  void aFieldThatIsNotKnownIsAWarning() {
    NirImport read = read(NirFileMaker.convolution().set("conv", "colour", 7L));
    assertEquals(
        List.of("the field is not known and was not read: field=colour node=conv"),
        read.warnings());
  }

  @Test
  void poolsAndFullyConnectedNodesAreRead() {
    NirImport read =
        read(
            new NirFileMaker()
                .node("input", "Input", "shape", new long[] {1, 4, 4})
                .node("average", "AvgPool2d", "kernel_size", 2L, "stride", 2L, "padding", 0L)
                .node(
                    "sum",
                    "SumPool2d",
                    "kernel_size",
                    new long[] {1, 2},
                    "stride",
                    new long[] {1, 2},
                    "padding",
                    new long[] {0, 0})
                .node("flatten", "Flatten", "start_dim", 0L, "end_dim", -1L)
                .node("linear", "Linear", "weight", new float[][] {{1, 2}, {3, 4}, {5, 6}})
                .node(
                    "affine",
                    "Affine",
                    "weight",
                    new float[][] {{1, 2, 3}},
                    "bias",
                    new float[] {4})
                .node("output", "Output", "shape", new long[] {1})
                .chain("input", "average", "sum", "flatten", "linear", "affine", "output"));
    assertEquals(AvgPool2d.of(2), read.graph().node("average"));
    assertEquals(Shape.of(1, 2, 1), read.graph().shape("sum"));
    assertEquals(
        new Linear(Tensor.of(Shape.of(3, 2), 1, 2, 3, 4, 5, 6)), read.graph().node("linear"));
    assertEquals(
        new Affine(Tensor.of(Shape.of(1, 3), 1, 2, 3), Tensor.of(Shape.of(1), 4f)),
        read.graph().node("affine"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void aFlattenCountsWithoutTheBatch() {
    NirImport read = read(flatten(0, -1, new float[1][24]));
    assertEquals(Flatten.ALL, read.graph().node("flatten"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void aFlattenThatCanOnlyHaveCountedTheBatchIsReadSoWithAWarning() {
    for (int end : new int[] {-1, 3}) {
      NirImport read = read(flatten(1, end, new float[1][24]));
      assertEquals(Shape.of(24), read.graph().shape("flatten"));
      assertEquals(1, read.warnings().size());
      assertTrue(read.warnings().getFirst().contains("start_dim=1 end_dim=" + end));
      assertTrue(read.warnings().getFirst().endsWith("node=flatten"));
    }
  }

  @Test
  void aFlattenBeforeAnythingElseIsTakenByTheLetter() {
    NirImport read =
        read(
            new NirFileMaker()
                .node("input", "Input", "shape", new long[] {2, 3, 4})
                .node("flatten", "Flatten", "start_dim", 1L, "end_dim", 2L)
                .node("output", "Output", "shape", new long[] {2, 12})
                .chain("input", "flatten", "output"));
    assertEquals(Shape.of(2, 12), read.graph().shape("flatten"));
    assertEquals(List.of(), read.warnings());
  }

  @Test
  void anEdgeWhoseEndDoesNotExistIsRefusedByTheEdge() {
    refused(
        NirFileMaker.convolution().chain("conv", "lif"),
        "both ends of an edge must be nodes of the network: edge=conv -> lif missing=lif");
  }

  @Test
  void anEdgeThatStandsTwiceIsRefused() {
    refused(
        NirFileMaker.convolution().chain("input", "conv"),
        "an edge must not stand twice: edge=input -> conv");
  }

  @Test
  void nodeTypesThatAreNotKnownAreRefusedByName() {
    refused(
        NirFileMaker.convolution().node("x", "Sigmoid", "tau_mem", 1.0),
        "the node type is not supported yet: type=Sigmoid node=x");
  }

  @Test
  void aFileOfAnotherTypeIsRefused() {
    refused(
        NirFileMaker.convolution().graphType("NIRGraphData"),
        "a NIR file holds a network: type=NIRGraphData");
  }

  @Test
  void aFieldThatIsMissingIsRefusedByNodeAndField() {
    refused(
        NirFileMaker.convolution().without("conv", "weight"),
        "a node's field is missing: field=weight node=conv");
    refused(
        NirFileMaker.lif().without("neuron", "tau"),
        "a node's field is missing: field=tau node=neuron");
    refused(
        NirFileMaker.lif().without("input", "shape"),
        "a node's field is missing: field=shape node=input");
  }

  @Test
  void valuesOfTheWrongKindAreRefused() {
    refused(
        NirFileMaker.convolution().set("conv", "weight", "heavy"),
        "numbers are expected: dataset=/node/nodes/conv/weight");
    refused(
        NirFileMaker.convolution().set("conv", "type", 5L),
        "texts are expected: dataset=/node/nodes/conv/type");
    refused(
        NirFileMaker.convolution().set("conv", "stride", new double[] {1.5, 1}),
        "a whole number of 32 bits is expected: stride=1.5 node=conv");
    refused(
        NirFileMaker.convolution().set("conv", "groups", Long.MAX_VALUE),
        "a whole number of 32 bits is expected: groups=9.223372036854776E18 node=conv");
    refused(
        NirFileMaker.convolution().set("conv", "stride", new long[] {1, 1, 1}),
        "the number of values is 2: values=3 field=stride node=conv");
    refused(
        NirFileMaker.convolution().set("conv", "weight", new float[] {1}),
        "the weight of Conv2d has four dimensions: weight=(1) node=conv");
    refused(
        NirFileMaker.convolution().set("input", "shape", new long[] {1, 0, 4}),
        "an extent must be at least 1: shape=(1, 0, 4) node=input field=shape");
    refused(
        NirFileMaker.convolution()
            .set("conv", "weight", new float[][][][] {{{{Float.NaN, 2}, {3, 4}, {5, 6}}}}),
        "NaN and infinite values are refused: weight=(1, 1, 3, 2) node=conv");
  }

  private static NirFileMaker flatten(long start, long end, float[][] weight) {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {2, 3, 4})
        .node("flatten", "Flatten", "start_dim", start, "end_dim", end)
        .node("linear", "Linear", "weight", weight)
        .node("output", "Output", "shape", new long[] {1})
        .chain("input", "flatten", "linear", "output");
  }

  private NirImport read(NirFileMaker maker) {
    return NirReader.read(maker.write(folder.resolve("made.nir")), ImportOptions.DEFAULT);
  }

  private void refused(NirFileMaker maker, String message) {
    Path file = maker.write(folder.resolve("made.nir"));
    BadInputException refused =
        assertThrows(BadInputException.class, () -> NirReader.read(file, ImportOptions.DEFAULT));
    assertEquals(message + " file=" + file, refused.getMessage());
  }
}
