package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NirCheckTest {

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder);
  }

  @Test
  void aNetworkWithoutFaultsIsAYes() {
    Spoken spoken = Spoken.by("nir", "check", folder.resolve("small.nir"), "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    JsonNode json = spoken.json();
    assertTrue(json.get("valid").asBoolean());
    assertEquals(9, json.get("nodes").size());
    assertEquals("conv", json.get("nodes").get(1).get("name").asText());
    assertTrue(json.get("nodes").get(1).get("treatment").asText().startsWith("analog values"));
    Spoken text = Spoken.by("nir", "check", folder.resolve("small.nir"), "--input", "binary");
    assertTrue(text.out().contains("spikes of value 1 arrive"), text.out());
    assertTrue(text.out().endsWith("0 errors, 0 warnings, 0 notes" + System.lineSeparator()));
  }

  @Test
  void twoNetworksThatDifferAreANo() {
    Path first = folder.resolve("small.nir");
    Path second = folder.resolve("other.nir");
    OtherNetwork.write(first, second);
    Spoken same = Spoken.by("nir", "diff", first, first, "--json");
    assertEquals(0, same.exitCode(), same.err());
    assertTrue(same.json().get("same").asBoolean());
    Spoken spoken = Spoken.by("nir", "diff", first, second, "--json");
    assertEquals(1, spoken.exitCode(), spoken.err());
    JsonNode json = spoken.json();
    assertFalse(json.get("same").asBoolean());
    assertTrue(json.get("largestDifference").asDouble() > 0.5, spoken.out());
    Spoken text = Spoken.by("nir", "diff", first, second);
    assertTrue(text.out().contains("8 of 9 nodes are the same"), text.out());
  }
}
