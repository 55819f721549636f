package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {

  @TempDir Path folder;

  @Test
  void theDemoRunsPricesRecordsReplaysAndDraws() throws IOException {
    SmallData.write(folder);
    Spoken spoken =
        Spoken.by(
            "demo",
            "--network",
            folder.resolve("small.nir"),
            "--data",
            "idx:" + folder,
            "--out",
            folder.resolve("out"),
            "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    JsonNode json = spoken.json();
    assertEquals(1, json.get("energy").get("models").size());
    assertEquals(SmallData.IMAGES, json.get("trace").get("agreeing").asInt());
    String page = Files.readString(Path.of(json.get("page").asText()));
    assertTrue(page.contains(json.get("digest").asText()));
    assertEquals(
        0, Spoken.by("trace", "verify", folder.resolve("out").resolve("demo.trace")).exitCode());
  }
}
