package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.simulator.count.Primitive;

class RunTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writeData() throws IOException {
    SmallData.write(folder);
  }

  private static Spoken run(Object... more) {
    List<Object> arguments = new ArrayList<>();
    arguments.addAll(List.of("run", folder.resolve("small.nir"), "--data", "idx:" + folder));
    arguments.addAll(List.of(more));
    return Spoken.by(arguments.toArray());
  }

  private static JsonNode json(Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(more));
    arguments.add("--json");
    Spoken spoken = run(arguments.toArray());
    assertEquals(0, spoken.exitCode(), spoken.err());
    return spoken.json();
  }

  @Test
  void anIntegerRunTellsWhatItCostsAndItsNetworkCanBeKept() {
    Path whole = folder.resolve("whole.nir");
    JsonNode quantised = json("--precision", "int8", "--quantised", whole);
    assertEquals("int8", quantised.get("precision").asText());
    assertHas(quantised.get("quantisation"), "float32Accuracy", "accuracyLoss", "samePredictions");
    JsonNode float32 = json();
    assertEquals(float32.get("accuracy"), quantised.get("quantisation").get("float32Accuracy"));
    assertNotEquals(float32.get("fingerprint"), quantised.get("fingerprint"));
    Spoken again = Spoken.by("run", whole, "--data", "idx:" + folder, "--json");
    assertEquals(0, again.exitCode(), again.err());
    assertEquals(quantised.get("digest"), again.json().get("digest"));
    assertEquals(quantised.get("fingerprint"), again.json().get("fingerprint"));
    assertEquals(
        quantised.get("digest"),
        json("--precision", "int8", "--engine", "reference").get("digest"));
  }

  @Test
  void aPrecisionThatIsNotKnownIsRefused() {
    Spoken spoken = run("--precision", "float16");
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains("precision=float16"), spoken.err());
  }

  @Test
  void whatOnlyIntegersHaveIsRefusedInFloat32() {
    Spoken spoken = run("--calibration", 3);
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains("--calibration needs --precision int8"), spoken.err());
  }

  private static void assertHas(JsonNode json, String... names) {
    for (String name : names) {
      assertTrue(json.has(name), name + " in " + json);
    }
  }

  @Test
  void jsonHasEveryField() {
    JsonNode json = json();
    assertHas(
        json,
        "network",
        "fingerprint",
        "digest",
        "dataset",
        "samples",
        "timesteps",
        "precision",
        "kernel",
        "accuracy",
        "wallSeconds",
        "inferencesPerSecond",
        "synapticOperationsPerSecond",
        "totals",
        "layers");
    assertEquals(SmallData.IMAGES, json.get("samples").asInt());
    assertEquals(2, json.get("timesteps").asInt());
    assertEquals(3, json.get("layers").size());
  }

  @Test
  void everyLayerHasEveryFieldInJson() {
    for (JsonNode layer : json().get("layers")) {
      assertHas(
          layer,
          "name",
          "kind",
          "neurons",
          "synapticOperations",
          "denseOperations",
          "spikeRatePerTimestep",
          "spikesPerNeuronPerInference",
          "membraneAccesses");
      Primitive.ALL.forEach(primitive -> assertHas(layer, primitive.key()));
      JsonNode accesses = layer.get("membraneAccesses");
      assertHas(accesses, "everyTimestep", "elided", "everyEvent", "lemaire", "lazy");
      accesses.forEach(access -> assertHas(access, "reads", "writes"));
    }
  }

  @Test
  void totalsAreTheSumsOfTheLayers() {
    JsonNode json = json();
    for (String name : List.of("spikes", "synapticOperations", "denseOperations", "visited")) {
      long sum = 0;
      for (JsonNode layer : json.get("layers")) {
        sum += layer.get(name).asLong();
      }
      assertTrue(sum > 0, name);
      assertEquals(sum, json.get("totals").get(name).asLong(), name);
    }
  }

  @ParameterizedTest
  @CsvSource({"event, scalar, 1", "event, auto, 2", "event, vector128, 4", "reference, auto, 1"})
  void digestAndCountsAreTheSameHoweverItRuns(String engine, String kernel, int threads) {
    JsonNode expected = json("--engine", "event", "--kernel", "scalar");
    JsonNode found = json("--engine", engine, "--kernel", kernel, "--threads", threads);
    assertEquals(expected.get("digest"), found.get("digest"));
    assertEquals(expected.get("fingerprint"), found.get("fingerprint"));
    assertEquals(expected.get("totals"), found.get("totals"));
    assertEquals(expected.get("layers"), found.get("layers"));
  }

  @Test
  void threadsThatShareAnInferenceGiveTheSameDigestAndAreTold() {
    JsonNode alone = json("--threads", 1);
    JsonNode shared = json("--threads", 2, "--parallel", "latency");
    assertEquals(alone.get("digest"), shared.get("digest"));
    assertEquals("throughput", alone.get("parallel").asText());
    assertEquals("latency", shared.get("parallel").asText());
    assertEquals(2, shared.get("threads").asInt());
  }

  @Test
  void timestepsCanBeChosen() {
    JsonNode one = json("--timesteps", 1);
    assertEquals(1, one.get("timesteps").asInt());
    assertNotEquals(json().get("fingerprint"), one.get("fingerprint"));
  }

  @Test
  void perSampleTellsEachInference() {
    JsonNode json = json("--per-sample");
    JsonNode samples = json.get("samples");
    assertEquals(SmallData.IMAGES, samples.size());
    long spikes = 0;
    for (int i = 0; i < samples.size(); i++) {
      assertHas(samples.get(i), "index", "prediction", "digest", "spikes");
      assertEquals(i, samples.get(i).get("index").asInt());
      assertEquals(64, samples.get(i).get("digest").asText().length());
      spikes += samples.get(i).get("spikes").get("first").asLong();
    }
    assertEquals(json.get("layers").get(0).get("spikes").asLong(), spikes);
  }

  @Test
  void aLimitOfOneTellsItsInference() {
    assertEquals(1, json("--limit", 1).get("samples").size());
    assertEquals(2, json("--limit", 2).get("samples").asInt());
  }

  @Test
  void theTableHasARowALayerAndNothingOnStandardError() {
    Spoken spoken = run();
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertEquals("", spoken.err());
    for (String layer : List.of("first", "second", "output", "total")) {
      assertEquals(
          2, spoken.out().lines().filter(line -> line.startsWith(layer + " ")).count(), layer);
    }
  }

  @Test
  void aNetworkWithoutNormalisationIsWarnedOf() {
    Spoken spoken =
        Spoken.by(
            "run",
            folder.resolve("unsaid.nir"),
            "--data",
            "idx:" + folder,
            "--timesteps",
            2,
            "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertTrue(spoken.err().contains("normalisation"), spoken.err());
    assertTrue(spoken.json().isObject());
  }
}
