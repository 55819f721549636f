package org.spikeledger.models.nir.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.nir.NirFileMaker;
import org.spikeledger.models.nir.RawNetwork;

class NirDifferTest {

  @TempDir Path folder;

  private RawNetwork raw(NirFileMaker maker) {
    return RawNetwork.read(maker.write(folder.resolve("network.nir")));
  }

  private NetworkDifference compare(NirFileMaker first, NirFileMaker second, double tolerance) {
    return new NirDiffer(tolerance, true).compare(raw(first), raw(second));
  }

  private static NodeDifference node(NetworkDifference difference, String name) {
    return difference.nodes().stream()
        .filter(node -> node.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aNetworkIsTheSameAsItself() {
    NetworkDifference difference = compare(NirFileMaker.lif(), NirFileMaker.lif(), 0);
    assertTrue(difference.isSame());
    assertEquals(3, difference.nodes().size());
    assertEquals(OptionalDouble.empty(), difference.largest());
  }

  @Test
  void theLargestDifferenceOfAFieldIsToldWithItsPlace() {
    NirFileMaker other = NirFileMaker.lif().set("neuron", "r", new double[] {1.5, 2, 2});
    NetworkDifference difference = compare(NirFileMaker.lif(), other, 0);
    assertFalse(difference.isSame());
    assertEquals(
        List.of(
            new FieldDifference(
                "r",
                "3: 1.0 to 3.0",
                "3: 1.5 to 2.0",
                Optional.of(new NumericDifference(1, 2, 2)))),
        node(difference, "neuron").fields());
    assertEquals(OptionalDouble.of(1), difference.largest());
  }

  @Test
  void whatLiesWithinTheToleranceIsTheSame() {
    NirFileMaker other = NirFileMaker.lif().set("neuron", "r", new double[] {1.25, 2, 3});
    assertFalse(compare(NirFileMaker.lif(), other, .2).isSame());
    assertTrue(compare(NirFileMaker.lif(), other, .25).isSame());
    assertThrows(BadInputException.class, () -> new NirDiffer(Double.NaN, true));
  }

  @Test
  void theWidthOfNumbersAndTheDimensionsOfOneAreNoDifference() {
    NirFileMaker first =
        NirFileMaker.lif().set("neuron", "r", new float[] {1, 2, 3}).set("neuron", "extra", 1L);
    NirFileMaker second = NirFileMaker.lif().set("neuron", "extra", new double[] {1});
    assertTrue(compare(first, second, 0).isSame());
  }

  @Test
  void valuesThatAreNoNumbersAreOnlyTheSameAsThemselves() {
    NirFileMaker first = NirFileMaker.lif().set("neuron", "r", new double[] {Double.NaN, 2, 3});
    assertTrue(compare(first, first, 0).isSame());
    NetworkDifference difference = compare(first, NirFileMaker.lif(), 1e9);
    assertEquals(OptionalDouble.of(Double.POSITIVE_INFINITY), difference.largest());
  }

  @Test
  void otherDimensionsAndTextsAndFieldsAreDifferences() {
    NirFileMaker first = NirFileMaker.convolution().set("conv", "padding", "same");
    NirFileMaker second =
        NirFileMaker.convolution()
            .set("conv", "padding", "valid")
            .set("conv", "weight", new float[][][][] {{{{1, 2, 3}, {4, 5, 6}}}})
            .without("conv", "input_shape");
    assertEquals(
        List.of(
            new FieldDifference("input_shape", "2: 4.0 to 5.0", "none", Optional.empty()),
            new FieldDifference("padding", "same", "valid", Optional.empty()),
            new FieldDifference(
                "weight",
                "1 x 1 x 3 x 2: 1.0 to 6.0",
                "1 x 1 x 2 x 3: 1.0 to 6.0",
                Optional.empty())),
        node(compare(first, second, 0), "conv").fields());
  }

  @Test
  void nodesAndEdgesOfOneFileAloneAreTold() {
    NirFileMaker second = NirFileMaker.lif().node("more", "Threshold").chain("neuron", "more");
    NetworkDifference difference = compare(NirFileMaker.lif(), second, 0);
    assertEquals(Optional.empty(), node(difference, "more").firstType());
    assertEquals(Optional.of("Threshold"), node(difference, "more").secondType());
    assertEquals(List.of(), difference.edgesOfFirst());
    assertEquals(List.of(new Edge("neuron", "more")), difference.edgesOfSecond());
  }

  @Test
  void metadataIsComparedUnlessItIsLeftOut() {
    NirFileMaker second = NirFileMaker.lif().set("neuron", "metadata/note", "changed");
    RawNetwork one = raw(NirFileMaker.lif());
    RawNetwork other = raw(second);
    assertTrue(new NirDiffer(0, false).compare(one, other).isSame());
    assertEquals(
        List.of(new FieldDifference("metadata/note", "none", "changed", Optional.empty())),
        node(new NirDiffer(0, true).compare(one, other), "neuron").fields());
  }
}
