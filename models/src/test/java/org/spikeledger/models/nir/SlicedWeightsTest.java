package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Input;
import org.spikeledger.models.graph.Linear;
import org.spikeledger.models.graph.Output;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** Weights that stay in their file. */
class SlicedWeightsTest {

  private static final Shape LARGE = Shape.of(2050, 2049);

  @TempDir Path folder;

  @Test
  void largeWeightsAreTheSameWhetherTheyAreInMemoryOrInTheirFile() {
    Tensor written = SampleNetworks.random(new Random(3), LARGE);
    Path file = write(written);
    Tensor read =
        ((Linear) NirReader.read(file, ImportOptions.DEFAULT).graph().node("linear")).weight();
    assertEquals(written, read);
    assertEquals(written.hashCode(), read.hashCode());
    assertArrayEquals(written.toArray(), read.toArray());
    assertEquals(written.nonZero(), read.nonZero());
    assertTrue(read.isFinite());
    assertFalse(read.isZero());
    for (int index : new int[] {0, 65535, 65536, 4_200_449, 12}) {
      assertEquals(written.get(index), read.get(index));
    }
    float[] part = new float[70_000];
    read.read(65_530, part, part.length);
    assertEquals(written.get(65_530), part[0]);
    assertEquals(written.get(135_529), part[part.length - 1]);
  }

  @Test
  void whatIsWrittenOfThemIsReadAgain() throws IOException {
    Path first = write(SampleNetworks.random(new Random(4), LARGE));
    Path second = folder.resolve("second.nir");
    NirWriter.write(NirReader.read(first, ImportOptions.DEFAULT).graph(), second);
    assertEquals(-1, Files.mismatch(first, second));
  }

  @Test
  void aFileCutShortWhileItsWeightsAreInUseIsRefusedInOneLine() throws IOException {
    Path file = write(SampleNetworks.random(new Random(5), LARGE));
    Graph graph = NirReader.read(file, ImportOptions.DEFAULT).graph();
    Tensor weight = ((Linear) graph.node("linear")).weight();
    Files.write(file, new byte[100], StandardOpenOption.TRUNCATE_EXISTING);
    BadInputException refused = assertThrows(BadInputException.class, weight::toArray);
    assertEquals(
        "a network's file stays as it is while its weights are in use: file=" + file,
        refused.getMessage());
  }

  private Path write(Tensor weight) {
    Path file = folder.resolve("large.nir");
    Graph graph =
        Graph.builder()
            .node("input", new Input(Shape.of(weight.shape().dimension(1))))
            .node("linear", new Linear(weight))
            .node("output", new Output())
            .chain("input", "linear", "output")
            .build();
    NirWriter.write(graph, file);
    return file;
  }
}
