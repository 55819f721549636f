package org.spikeledger.simulator.encode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.dataset.NpyArray;
import org.spikeledger.models.graph.Shape;
import org.spikeledger.models.graph.ValueKind;

class ArraySourceTest {

  /** Two channels of one row and two columns; canonical order is column, then channel. */
  private static final Shape MAP = Shape.of(2, 1, 2);

  @TempDir Path folder;

  private ArraySource source(String shape, float... values) throws IOException {
    NpyArray array = NpyArray.read(NpyFiles.write(folder.resolve("a.npy"), shape, values), "data");
    return new ArraySource("npy:a.npy", array, Optional.empty(), MAP);
  }

  private static int[] indices(EventInput input, int timestep) {
    int[] indices = new int[input.start(timestep + 1) - input.start(timestep)];
    input.copyIndices(timestep, indices);
    return indices;
  }

  @Test
  void spikesStandAtTheirTimestepInCanonicalOrder() throws IOException {
    ArraySource source = source("2, 2, 2, 1, 2", 0, 1, 1, 0, 1, 1, 0, 1, 0, 0, 0, 0, 1, 0, 0, 0);
    assertEquals(ValueKind.BINARY, source.kind());
    assertEquals(2, source.size());
    assertEquals(2, source.timesteps());
    EventInput first = (EventInput) source.input(0);
    assertArrayEquals(new int[] {1, 2}, indices(first, 0));
    assertArrayEquals(new int[] {0, 2, 3}, indices(first, 1));
    EventInput second = (EventInput) source.input(1);
    assertArrayEquals(new int[] {}, indices(second, 0));
    assertArrayEquals(new int[] {0}, indices(second, 1));
    assertEquals(-1, source.label(0));
  }

  @Test
  void otherValuesAreCurrents() throws IOException {
    ArraySource source = source("1, 1, 4", 0, -0.5f, 2, -0f);
    assertEquals(ValueKind.GRADED, source.kind());
    EventInput input = (EventInput) source.input(0);
    assertArrayEquals(new int[] {1, 2}, indices(input, 0));
    assertEquals(2f, input.value(0), "channel 1, column 0");
    assertEquals(-0.5f, input.value(1), "channel 0, column 1");
  }

  @Test
  void theSameSpikesAmongCurrentsAreNoSpikesAndTheEncoderSaysSo() throws IOException {
    ArraySource spikes = source("1, 1, 4", 0, 1, 1, 0);
    ArraySource currents = source("2, 1, 4", 0, 1, 1, 0, 0, 0, 0, 2);
    assertArrayEquals(spikes.input(0).digest(), currents.input(0).digest());
    assertNotEquals(spikes.input(0).kind(), currents.input(0).kind());
    assertEquals("array", spikes.encoder());
    assertEquals("array graded", currents.encoder());
  }

  @Test
  void otherShapesAndNumbersThatAreNoneAreRefused() {
    assertTrue(
        assertThrows(BadInputException.class, () -> source("1, 4", 1, 2, 3, 4))
            .getMessage()
            .startsWith("an array of samples is (sample, timestep) and then the network's input"));
    assertThrows(BadInputException.class, () -> source("1, 1, 1, 2, 2", 1, 2, 3, 4));
    assertThrows(BadInputException.class, () -> source("1, 1, 3", 1, 2, 3));
    assertThrows(BadInputException.class, () -> source("1, 1, 4", 1, 2, Float.NaN, 4));
  }
}
