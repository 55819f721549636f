package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.SparseLinear;
import org.spikeledger.models.graph.SparseMatrix;

class NirRoundTripTest {

  @TempDir Path folder;

  static List<Graph> networks() {
    return List.of(SampleNetworks.everything(), SequenceNetwork.graph());
  }

  @ParameterizedTest
  @MethodSource("networks")
  void aNetworkComesBackExactlyWhateverTheOptions(Graph written) {
    Path file = folder.resolve("network.nir");
    NirWriter.write(written, file);
    for (ImportProfile profile : ImportProfile.values()) {
      NirImport read = NirReader.read(file, profile.options());
      assertEquals(written.nodes(), read.graph().nodes());
      assertEquals(written.edges(), read.graph().edges());
      assertEquals(written.properties(), read.graph().properties());
      assertEquals(List.of(), read.warnings());
    }
  }

  @ParameterizedTest
  @MethodSource("networks")
  void writingReadingAndWritingGivesTheSameBytes(Graph written) throws IOException {
    Path first = folder.resolve("first.nir");
    Path second = folder.resolve("second.nir");
    NirWriter.write(written, first);
    NirWriter.write(NirReader.read(first, ImportOptions.DEFAULT).graph(), second);
    assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
  }

  @Test
  void aFileIsReplacedAndNothingElseIsLeftInTheFolder() throws IOException {
    Path file = folder.resolve("network.nir");
    Files.writeString(file, "old");
    NirWriter.write(SampleNetworks.small(), file);
    assertEquals(
        SampleNetworks.small().nodes(),
        NirReader.read(file, ImportOptions.DEFAULT).graph().nodes());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(List.of(file), files.toList());
    }
  }

  @Test
  void aSparseLayerIsRefusedByName() {
    SparseMatrix matrix = SparseMatrix.adopt(1, 1, new int[] {0, 1}, new int[1], new float[1]);
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(1)))
            .node("sparse", new SparseLinear(matrix))
            .node("output", new Output())
            .chain("input", "sparse", "output")
            .build();
    BadInputException refused =
        assertThrows(
            BadInputException.class, () -> NirWriter.write(graph, folder.resolve("n.nir")));
    assertTrue(
        refused
            .getMessage()
            .startsWith("NIR has no node for this type: type=SparseLinear node=sparse"),
        refused.getMessage());
  }

  @Test
  void aFolderThatDoesNotExistIsRefusedInOneLine() {
    Path file = folder.resolve("missing/network.nir");
    BadInputException refused =
        assertThrows(BadInputException.class, () -> NirWriter.write(SampleNetworks.small(), file));
    assertTrue(refused.getMessage().contains("file=" + file), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  @Test
  void aNodeNameThatCannotStandInAFileIsRefusedAndNothingIsWritten() throws IOException {
    for (String name : List.of("a/b", " ", ".", "a\nb")) {
      Graph graph =
          Graph.builder()
              .node(name, new Input(Shape.of(1)))
              .node("output", new Output())
              .edge(name, "output")
              .build();
      BadInputException refused =
          assertThrows(
              BadInputException.class, () -> NirWriter.write(graph, folder.resolve("n.nir")));
      assertTrue(refused.getMessage().startsWith("a node's name in a file"), name);
      assertEquals(1, refused.getMessage().lines().count());
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }
}
