package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.spikeledger.models.graph.Affine;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.IF;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.Tensor;

/** Reads a file that the HDF5 library itself wrote, see make_layouts.py beside it. */
class HdfLayoutsTest {

  static Path layouts() throws URISyntaxException {
    return Path.of(HdfLayoutsTest.class.getResource("layouts.nir").toURI());
  }

  @Test
  void chunkedAndContiguousDataAndTextsOfVariableLengthAreRead() throws Exception {
    NirImport read = NirReader.read(layouts(), ImportProfile.NIR.options());
    Graph graph = read.graph();
    assertEquals(List.of("input", "0", "1", "2", "10", "11", "output"), graph.topologicalOrder());
    Conv2d conv = (Conv2d) graph.node("0");
    assertEquals(Shape.of(3, 2, 3, 3), conv.weight().shape());
    for (int i = 0; i < 54; i++) {
      assertEquals(i / 16f, conv.weight().get(i));
    }
    assertEquals(Optional.of(Tensor.of(Shape.of(3), .5f, -.5f, 0f)), conv.bias());
    assertEquals(Padding.of(1, 1), conv.padding());
    assertEquals(Shape.of(75), graph.shape("2"));
  }

  @Test
  void numbersOfEitherByteOrderAndOfAnyWidthAreRead() throws Exception {
    Graph graph = NirReader.read(layouts(), ImportProfile.NIR.options()).graph();
    Affine affine = (Affine) graph.node("10");
    for (int i = 0; i < 150; i++) {
      assertEquals((i - 75) / 32f, affine.weight().get(i));
    }
    assertEquals(Tensor.of(Shape.of(2), 1f, 2f), affine.biases());
    assertEquals(true, ((IF) graph.node("1")).firing().threshold().isAll(2f));
    assertEquals(Tensor.of(Shape.of(2), .9f, .95f), ((LIF) graph.node("11")).leak());
    assertEquals(Tensor.of(Shape.of(2), 1f, 1f), ((LIF) graph.node("11")).gain());
  }
}
