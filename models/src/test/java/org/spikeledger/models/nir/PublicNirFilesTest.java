package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Flatten;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Layer;
import org.spikeledger.models.graph.ResetRule;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SumPool2d;
import org.spikeledger.models.graph.Tensor;

class PublicNirFilesTest {

  @Test
  void theLifOfNorseIsReadWithTheCoefficientsOfItsRecipe() {
    Path file = PublicNirFiles.file("lif_norse.nir");
    NirImport read = NirReader.read(file, ImportProfile.NORSE.options());
    Graph graph = read.graph();
    assertEquals(List.of("input", "0", "1", "output"), graph.topologicalOrder());
    Affine affine = assertInstanceOf(Affine.class, graph.node("0"));
    assertEquals(Tensor.of(Shape.of(1, 1), 1f), affine.weight());
    LIF neuron = assertInstanceOf(LIF.class, graph.node("1"));
    assertEquals(Tensor.scalar(.96f), neuron.leak());
    assertEquals(Tensor.scalar((float) (1e-4 / .0025f)), neuron.gain());
    assertEquals(Tensor.scalar(0f), neuron.drift());
    assertEquals(Tensor.scalar(.1f), neuron.firing().threshold());
    assertEquals(ResetRule.TO_VALUE, neuron.firing().resetRule());
    assertTrue(
        read.warnings()
            .contains(
                "the file leaves open what the import options decide: leakRule=EULER"
                    + " timestepSeconds=1.0E-4 nodes=[1]"),
        read.warnings().toString());
  }

  @Test
  void theConvolutionalNetworkOfSinabsIsReadWithItsShapes() {
    Path file = PublicNirFiles.file("cnn_sinabs.nir");
    NirImport read = NirReader.read(file, ImportProfile.SINABS.options());
    Graph graph = read.graph();
    assertEquals(
        List.of(
            "input", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "output"),
        graph.topologicalOrder());
    assertEquals(Shape.of(2, 34, 34), graph.shape("input"));
    assertEquals(Shape.of(16, 16, 16), graph.shape("1"));
    assertEquals(Shape.of(16, 16, 16), graph.shape("3"));
    assertEquals(Shape.of(16, 8, 8), graph.shape("4"));
    assertEquals(Shape.of(8, 8, 8), graph.shape("6"));
    assertEquals(Shape.of(8, 4, 4), graph.shape("7"));
    assertEquals(Shape.of(128), graph.shape("8"));
    assertEquals(Shape.of(256), graph.shape("10"));
    assertEquals(Shape.of(10), graph.shape("output"));
    assertEquals(SumPool2d.class, graph.node("4").getClass());
    assertEquals(Flatten.ALL, graph.node("8"));
    for (String name : List.of("1", "3", "6", "10", "12")) {
      assertTrue(assertInstanceOf(IF.class, graph.node(name)).gain().isAll(1f), name);
    }
    assertEquals(6, Layer.of(graph).size());
    assertTrue(
        read.warnings()
            .contains(
                "the file leaves open what the import options decide: r=PER_TIMESTEP"
                    + " nodes=[1, 10, 12, 3, 6]"),
        read.warnings().toString());
  }

  @Test
  void anEdgeOfANestedNetworkThatNamesNoNodeIsRefusedNamingTheEdge() {
    Path file = PublicNirFiles.file("braille_noDelay_bias_zero_subgraph.nir");
    BadInputException refused =
        assertThrows(BadInputException.class, () -> NirReader.read(file, ImportOptions.DEFAULT));
    assertEquals(
        "both ends of an edge must be nodes of the network: edge=lif1.input -> lif1.lif"
            + " missing=lif1.lif file="
            + file,
        refused.getMessage());
  }

  @Test
  void whatWasReadIsWrittenAndComesBackTheSame(@org.junit.jupiter.api.io.TempDir Path folder) {
    Graph graph =
        NirReader.read(PublicNirFiles.file("cnn_sinabs.nir"), ImportProfile.SINABS.options())
            .graph();
    Path copy = folder.resolve("copy.nir");
    NirWriter.write(graph, copy);
    NirImport read = NirReader.read(copy, ImportOptions.DEFAULT);
    assertEquals(graph.nodes(), read.graph().nodes());
    assertEquals(List.of(), read.warnings());
  }
}
