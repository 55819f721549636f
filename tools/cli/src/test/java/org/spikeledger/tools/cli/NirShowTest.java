package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NirShowTest {

  @TempDir Path folder;

  @Test
  void aNetworkIsShownNodeByNode() throws IOException {
    SmallData.write(folder);
    JsonNode json = Spoken.by("nir", "show", folder.resolve("small.nir"), "--json").json();
    assertEquals(9, json.get("nodes").size());
    assertEquals(8, json.get("edges").size());
    assertEquals(2, json.get("timesteps").asInt());
    assertEquals(0.25, json.get("mean").get(0).asDouble());
    JsonNode conv = json.get("nodes").get(1);
    assertEquals("Conv2d", conv.get("type").asText());
    assertEquals("[4,8,8]", conv.get("shape").toString());
    assertEquals(36, conv.get("values").asInt());
    Spoken text = Spoken.by("nir", "show", folder.resolve("small.nir"));
    assertTrue(text.out().contains("conv -> first"), text.out());
    assertEquals("", text.err());
  }

  @Test
  void aPictureIsDrawnBesideTheTable() throws IOException {
    SmallData.write(folder);
    Path picture = folder.resolve("small.svg");
    Spoken spoken =
        Spoken.by("nir", "show", folder.resolve("small.nir"), "--picture", picture, "--json");
    assertEquals(9, spoken.json().get("nodes").size());
    assertTrue(Files.readString(picture).startsWith("<svg"));
  }
}
