package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EnergyTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writeData() throws IOException {
    SmallData.write(folder);
  }

  @Test
  void jsonHasEveryFieldForEveryModel() {
    Spoken spoken =
        Spoken.by(
            "energy",
            folder.resolve("small.nir"),
            "--data",
            "idx:" + folder,
            "--model",
            "paper-45nm-float32",
            "--model",
            "horowitz-45nm-int8",
            "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    JsonNode models = spoken.json().get("models");
    assertEquals(2, models.size());
    for (JsonNode model : models) {
      for (String name :
          List.of(
              "name",
              "source",
              "snnPj",
              "annPj",
              "alpha",
              "firstLayerShare",
              "layers",
              "withMemory",
              "baselines",
              "crossover")) {
        assertTrue(model.has(name), name + " in " + model);
      }
      assertEquals(3, model.get("pooledInputs").size());
      assertEquals(3, model.get("layers").size());
      assertEquals(
          model.get("annPj").asDouble() / model.get("snnPj").asDouble(),
          model.get("alpha").asDouble());
    }
  }

  @Test
  void theTextShowsAllThreeRulesAndWhatIsNotIncluded() {
    Spoken spoken = Spoken.by("energy", folder.resolve("small.nir"), "--data", "idx:" + folder);
    assertEquals(0, spoken.exitCode(), spoken.err());
    for (String text :
        List.of("meanRate", "graded", "expanded", "Static power and interconnect not included")) {
      assertTrue(spoken.out().contains(text), text + " in " + spoken.out());
    }
  }
}
