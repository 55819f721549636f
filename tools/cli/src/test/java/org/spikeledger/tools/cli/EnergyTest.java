package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.simulator.energy.CostModels;

class EnergyTest {

  private static final String MINE =
      """
      {"kind": "synapticOperation", "name": "mine", "source": "a bench", "technology": "28 nm",
       "precision": "int8", "synapticOperationPj": 7}
      """;

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

  @Test
  void aRunIsPricedByItsOwnPrecisionUnlessAModelIsNamed() {
    assertEquals("paper-45nm-float32", model(energy("--json")));
    assertEquals("horowitz-45nm-int8", model(energy("--precision", "int8", "--json")));
    assertEquals(
        "paper-45nm-float32",
        model(energy("--precision", "int8", "--model", "paper-45nm-float32", "--json")));
    Spoken text = energy("--precision", "int8");
    assertTrue(
        text.out()
            .startsWith(
                "energy of an inference in int8 by horowitz-45nm-int8 (prices of int8, 32-bit"
                    + " accumulation), a mean over 7 inferences"),
        text.out());
  }

  @Test
  void aRecordedRunIsPricedByThePrecisionThatItsTraceStates() {
    Path trace = folder.resolve("int8.trace");
    Spoken run =
        Spoken.by(
            "run",
            folder.resolve("small.nir"),
            "--data",
            "idx:" + folder,
            "--precision",
            "int8",
            "--record",
            trace);
    assertEquals(0, run.exitCode(), run.err());

    Spoken refused = Spoken.by("energy", "--trace", trace, "--precision", "int8");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("--precision=int8"), refused.err());
    Spoken spoken = Spoken.by("energy", "--trace", trace, "--json");

    assertEquals("int8", spoken.json().get("precision").asText());
    assertEquals("horowitz-45nm-int8", model(spoken));
  }

  private static String model(Spoken spoken) {
    assertEquals(0, spoken.exitCode(), spoken.err());
    return spoken.json().get("models").get(0).get("name").asText();
  }

  @Test
  void everyShippedModelIsApplied() {
    for (String name : CostModels.names()) {
      Spoken spoken = energy("--model", name, "--json");
      assertEquals(0, spoken.exitCode(), spoken.err());
      JsonNode model = spoken.json().get("models").get(0);
      assertEquals(name, model.get("name").asText());
      assertTrue(model.get("snnPj").asDouble() > 0, model.toString());
      assertTrue(model.has("baselines") || model.get("bills").size() > 0, model.toString());
    }
  }

  @Test
  void aModelOfTheUsersOwnIsReadFromItsFile() throws IOException {
    Path file = folder.resolve("mine.json");
    Files.writeString(file, MINE);
    Spoken spoken = energy("--model", file, "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertEquals("mine", spoken.json().get("models").get(0).get("name").asText());
  }

  @Test
  void anUnknownOrMissingFieldOrKindIsRefusedByName() throws IOException {
    Path file = folder.resolve("broken.json");
    refuses(file, MINE.replace("\"name\"", "\"nickname\": 1, \"name\""), "field=nickname");
    refuses(file, MINE.replace("\"synapticOperationPj\": 7", "\"precision\": \"x\""), "line=");
    refuses(
        file,
        MINE.replace(", \"synapticOperationPj\": 7", ""),
        "a field of a cost model must be there and of its type: field=synapticOperationPj");
    refuses(
        file,
        MINE.replace("\"synapticOperation\"", "\"guess\""),
        "a cost model is of a kind that is known: kind=guess known=operations, lemaire,");
    refuses(
        file,
        MINE.replace("\"kind\": \"synapticOperation\", ", ""),
        "a field of a cost model must be there and of its type: field=kind");
  }

  private static void refuses(Path file, String text, String expected) throws IOException {
    Files.writeString(file, text);
    Spoken spoken = energy("--model", file);
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains(expected), spoken.err());
    assertTrue(spoken.err().contains("broken.json"), spoken.err());
  }

  private static Spoken energy(Object... more) {
    Object[] arguments = new Object[4 + more.length];
    arguments[0] = "energy";
    arguments[1] = folder.resolve("small.nir");
    arguments[2] = "--data";
    arguments[3] = "idx:" + folder;
    System.arraycopy(more, 0, arguments, 4, more.length);
    return Spoken.by(arguments);
  }
}
