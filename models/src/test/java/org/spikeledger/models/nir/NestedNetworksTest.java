package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Edge;
import org.spikeledger.models.graph.Graph;

/** Networks inside networks. */
class NestedNetworksTest {

  @TempDir Path folder;

  @Test
  void aNestedNetworkIsFlattenedAndItsNamesJoinedByADot() {
    Graph graph = read(outer("inner").nest("inner", recurrent()));
    assertEquals(
        Set.of("input", "inner.neuron", "inner.weights", "output"), graph.nodes().keySet());
    assertEquals(
        edges(
            "inner.neuron -> inner.weights",
            "inner.neuron -> output",
            "inner.weights -> inner.neuron",
            "input -> inner.neuron"),
        graph.edges().stream().map(Edge::toString).toList());
  }

  @Test
  void networksAreNestedAtAnyDepthAndSeveralNodesMayFeedOne() {
    NirFileMaker middle = outer("deep").nest("deep", recurrent());
    NirFileMaker maker =
        outer("a").nest("a", middle).nest("b", recurrent()).chain("a", "b", "output");
    assertEquals(
        edges(
            "a.deep.neuron -> a.deep.weights",
            "a.deep.neuron -> b.neuron",
            "a.deep.neuron -> output",
            "a.deep.weights -> a.deep.neuron",
            "b.neuron -> b.weights",
            "b.neuron -> output",
            "b.weights -> b.neuron",
            "input -> a.deep.neuron"),
        read(maker).edges().stream().map(Edge::toString).toList());
  }

  @Test
  void aNestedNetworkMayFeedItselfAndPassItsInputOn() {
    assertEquals(
        edges("inner.neuron -> inner.neuron", "inner.neuron -> output", "input -> inner.neuron"),
        read(outer("inner").nest("inner", plain()).chain("inner", "inner")).edges().stream()
            .map(Edge::toString)
            .toList());
    NirFileMaker passing = ends().chain("input", "output");
    assertEquals(
        edges("input -> output"),
        read(outer("inner").nest("inner", passing)).edges().stream().map(Edge::toString).toList());
  }

  @Test
  void anEdgeWithoutAnEndInsideIsRefusedByItsFullName() {
    refused(
        outer("inner").nest("inner", plain().chain("neuron", "gone")),
        "both ends of an edge must be nodes of the network: edge=inner.neuron -> inner.gone"
            + " missing=inner.gone");
  }

  @Test
  void aNestedNetworkNeedsOneInputAndOneOutputThatAreJoined() {
    refused(
        outer("inner").nest("inner", plain().node("more", "Input", "shape", new long[] {2})),
        "a nested network has exactly one Input: nodes=[inner.input, inner.more] node=inner");
    refused(
        outer("inner").nest("inner", plain()).nest("alone", plain()),
        "what enters or leaves a nested network comes from a node and goes to one:"
            + " port=alone.input missing=source");
    refused(
        outer("inner").nest("inner", ends().chain("input", "output")).chain("inner", "inner"),
        "what enters or leaves a nested network comes from a node and goes to one:"
            + " port=inner.output missing=source");
  }

  @Test
  void aNameThatTwoNodesWouldHaveIsRefused() {
    NirFileMaker maker =
        outer("inner")
            .nest("inner", plain())
            .node("inner.neuron", "IF", "r", 1.0, "v_threshold", 1.0);
    refused(maker, "a node's name must be unique: node=inner.neuron");
  }

  @Test
  void nestingIsBounded() {
    NirFileMaker maker = plain();
    for (int i = 0; i < 40; i++) {
      maker = outer("n").nest("n", maker);
    }
    NirFileMaker deep = maker;
    BadInputException refused = assertThrows(BadInputException.class, () -> read(deep));
    assertEquals(true, refused.getMessage().startsWith("networks are nested at most 32 deep"));
  }

  @Test
  void edgesThatJoinAcrossAPortAreCountedBeforeTheyAreMade() {
    NirFileMaker inner = plain();
    NirFileMaker outer = outer("inner").nest("inner", inner);
    for (int i = 1; i < 50_000; i++) {
      inner.chain("input", "neuron");
      outer.chain("input", "inner");
    }
    // 50,001 in each network; the port's own give way to every pair of one outside and one inside.
    refused(
        outer,
        "a network has at most 131072 edges: edges=%d node=inner.input"
            .formatted(2 * 50_001L + 49_999L * 49_999 - 1));
  }

  private static NirFileMaker ends() {
    return new NirFileMaker()
        .node("input", "Input", "shape", new long[] {2})
        .node("output", "Output", "shape", new long[] {2});
  }

  private static NirFileMaker outer(String name) {
    return ends().chain("input", name, "output");
  }

  private static NirFileMaker plain() {
    return ends()
        .node("neuron", "IF", "r", 1.0, "v_threshold", 1.0)
        .chain("input", "neuron", "output");
  }

  private static NirFileMaker recurrent() {
    return plain()
        .node("weights", "Linear", "weight", new float[][] {{1, 2}, {3, 4}})
        .chain("neuron", "weights", "neuron");
  }

  private static List<String> edges(String... all) {
    return List.of(all);
  }

  private Graph read(NirFileMaker maker) {
    return NirReader.read(maker.write(folder.resolve("network.nir")), ImportOptions.DEFAULT)
        .graph();
  }

  private void refused(NirFileMaker maker, String message) {
    Path file = folder.resolve("network.nir");
    BadInputException refused = assertThrows(BadInputException.class, () -> read(maker));
    assertEquals(message + " file=" + file, refused.getMessage());
  }
}
