package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProfileTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writeData() throws IOException {
    SmallData.write(folder);
  }

  @Test
  void jsonHasRatesHistogramsConnectionsAnnRastersAndOtherTools() {
    Spoken spoken = profile("--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    JsonNode profile = spoken.json().get("profile");

    for (String name :
        List.of("layers", "connections", "footprint", "ann", "rasters", "otherTools")) {
      assertTrue(profile.has(name), name);
    }
    JsonNode layer = profile.get("layers").get(0);
    assertEquals("first", layer.get("name").asText());
    assertEquals(2, layer.get("spikesPerNeuronByTimestep").size());
    long histogram = 0;
    for (JsonNode each : layer.get("histogramOfSpikesPerNeuronPerInference")) {
      histogram += each.asLong();
    }
    assertEquals(SmallData.IMAGES * layer.get("neurons").asLong(), histogram);
    assertEquals(8, spoken.json().get("energy").get("models").get(0).get("baselines").size());
  }

  @Test
  void crossingsAreTheSynapticOperationsOfTheRun() {
    JsonNode json = profile("--json").json();

    for (int i = 1; i < 3; i++) {
      assertEquals(
          json.get("layers").get(i).get("synapticOperations").asLong(),
          json.get("profile").get("connections").get(i).get("crossings").asLong());
    }
  }

  @Test
  void aPageAndTablesAreWritten() throws IOException {
    Path page = folder.resolve("profile.html");
    Path tables = folder.resolve("tables");
    Spoken spoken = profile("--out", page, "--csv", tables);
    assertEquals(0, spoken.exitCode(), spoken.err());

    String text = Files.readString(page);
    assertTrue(text.contains("Static power and interconnect not included"));
    assertFalse(text.contains("<script"));
    assertFalse(text.contains("://"));
    List<String> layers = Files.readAllLines(tables.resolve("layers.csv"));
    assertEquals("layer,neurons,dead,saturated,spikes t=0,spikes t=1", layers.getFirst());
    assertEquals(3, layers.size());
    assertTrue(Files.exists(tables.resolve("energy-curves.csv")));
  }

  @Test
  void aRasterOfALayerThatDoesNotExistIsRefused() {
    Spoken spoken = profile("--raster", "nobody");

    assertEquals(2, spoken.exitCode());
    assertTrue(
        spoken.err().contains("a raster shows a layer that fires: layer=nobody known=first,second"),
        spoken.err());
  }

  private static Spoken profile(Object... more) {
    Object[] arguments = new Object[4 + more.length];
    arguments[0] = "profile";
    arguments[1] = folder.resolve("small.nir");
    arguments[2] = "--data";
    arguments[3] = "idx:" + folder;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Spoken.by(arguments);
  }
}
