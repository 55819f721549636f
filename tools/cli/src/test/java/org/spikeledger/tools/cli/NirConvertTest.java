package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Conv2d;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.LIF;
import org.spikeledger.models.graph.Padding;
import org.spikeledger.models.graph.SpikeRule;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.NirReader;
import org.spikeledger.models.nir.NirWriter;

class NirConvertTest {

  @TempDir Path folder;

  private Path small;
  private Path out;

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder);
    small = folder.resolve("small.nir");
    out = folder.resolve("out.nir");
  }

  private JsonNode convert(Object... options) {
    Object[] arguments = new Object[options.length + 5];
    System.arraycopy(new Object[] {"nir", "convert", small, out, "--json"}, 0, arguments, 0, 5);
    System.arraycopy(options, 0, arguments, 5, options.length);
    Spoken spoken = Spoken.by(arguments);
    assertEquals(0, spoken.exitCode(), spoken.err());
    return spoken.json();
  }

  @Test
  void aNetworkWrittenAnewHasTheSameBytes() throws IOException {
    JsonNode json = convert();
    assertArrayEquals(Files.readAllBytes(small), Files.readAllBytes(out));
    assertEquals(Files.size(out), json.get("bytes").asLong());
  }

  @Test
  void everyNetworkOfTheZooComesBackByteForByte() throws IOException {
    for (String name : List.of("t1", "t3", "t5")) {
      String network = "zoo:fashion-mnist-" + name;
      Path again = folder.resolve("again.nir");
      assertEquals(0, Spoken.by("nir", "convert", network, out).exitCode());
      assertEquals(0, Spoken.by("nir", "diff", network, out).exitCode(), name);
      assertEquals(0, Spoken.by("nir", "convert", out, again).exitCode());
      assertArrayEquals(Files.readAllBytes(out), Files.readAllBytes(again), name);
    }
  }

  @Test
  void theStepsAreToldAndDone() {
    JsonNode json = convert("--fold", "--weight-bits", 4, "--rules", "sinabs");
    assertEquals("[\"weights rounded\",\"rules of sinabs\"]", json.get("steps").toString());
    LIF neuron = (LIF) NirReader.read(out, ImportOptions.DEFAULT).graph().node("first");
    assertEquals(SpikeRule.MULTIPLE, neuron.firing().spikeRule());
    assertEquals(1, Spoken.by("nir", "diff", small, out).exitCode());
  }

  @Test
  void withoutMetadataOnlyTheFieldsOfNirAreLeft() {
    convert("--drop-metadata");
    assertEquals(0, Spoken.by("nir", "diff", small, out, "--without-metadata").exitCode());
    JsonNode shown = Spoken.by("nir", "show", out, "--json").json();
    assertTrue(shown.get("timesteps").isNull());
    assertFalse(shown.get("warnings").isEmpty());
  }

  @Test
  void aNetworkThatNeedsItsMetadataStaysAsItIsWhenTheyCannotBeDropped() throws IOException {
    Graph graph = NirReader.read(small, ImportOptions.DEFAULT).graph();
    Conv2d conv = (Conv2d) graph.node("conv");
    Conv2d lopsided =
        new Conv2d(
            conv.weight(),
            conv.bias(),
            conv.stride(),
            new Padding(2, 2, 0, 0),
            conv.dilation(),
            conv.groups());
    NirWriter.write(graph.toBuilder().replace("conv", lopsided).build(), small);
    byte[] before = Files.readAllBytes(small);
    long files;
    try (var all = Files.list(folder)) {
      files = all.count();
    }
    Spoken spoken = Spoken.by("nir", "convert", small, small, "--drop-metadata");
    assertEquals(2, spoken.exitCode(), spoken.out());
    assertTrue(spoken.err().startsWith("without its metadata"), spoken.err());
    assertFalse(spoken.err().contains(".part"), spoken.err());
    assertArrayEquals(before, Files.readAllBytes(small));
    try (var all = Files.list(folder)) {
      assertEquals(files, all.count());
    }
  }

  @Test
  void whatCannotBeDoneIsOneLineAndWritesNothing() {
    for (Object[] options :
        new Object[][] {
          {"--weight-bits", "1"}, {"--weight-bits", "4", "--mantissa-bits", "4"}, {"--rules", "x"}
        }) {
      Object[] all = new Object[4 + options.length];
      System.arraycopy(new Object[] {"nir", "convert", small, out}, 0, all, 0, 4);
      System.arraycopy(options, 0, all, 4, options.length);
      Spoken spoken = Spoken.by(all);
      assertEquals(2, spoken.exitCode(), spoken.out());
      assertEquals(1, spoken.err().lines().count(), spoken.err());
      assertFalse(Files.exists(out));
    }
  }
}
