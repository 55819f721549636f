package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EpisodeTest {

  @TempDir static Path folder;

  @BeforeAll
  static void writeAgents() {
    HandMadeAgents.writeCartPole(folder.resolve("carried.nir"), "carried");
    HandMadeAgents.writeCartPole(folder.resolve("zeroed.nir"), "zeroed");
    HandMadeAgents.writePong(folder.resolve("pong.nir"));
  }

  private static Spoken episode(String network, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of("episode", folder.resolve(network)));
    arguments.addAll(List.of(more));
    return Spoken.by(arguments.toArray());
  }

  private static JsonNode json(String network, Object... more) {
    List<Object> arguments = new ArrayList<>(List.of(more));
    arguments.add("--json");
    Spoken spoken = episode(network, arguments.toArray());
    assertEquals(0, spoken.exitCode(), spoken.err());
    return spoken.json();
  }

  @Test
  void theAnswerHasRewardRatesOperationsAccessesAndEnergy() {
    JsonNode json = json("zeroed.nir", "--episodes", 3);
    for (String name :
        List.of(
            "network",
            "fingerprint",
            "digest",
            "environment",
            "state",
            "timesteps",
            "meanReward",
            "rewardStandardDeviation",
            "steps",
            "episodes",
            "totals",
            "layers",
            "energy")) {
      assertTrue(json.has(name), name);
    }
    assertTrue(json.get("meanReward").asDouble() >= 475, json.get("meanReward").asText());
    assertEquals("zeroed", json.get("state").asText());
    assertEquals("cartpole", json.get("environment").asText());
    assertEquals(2, json.get("timesteps").asInt());
    double steps = json.get("steps").asDouble();
    JsonNode lean = json.get("layers").get(0);
    assertEquals(
        lean.get("spikes").asLong() / 16.0 / steps,
        lean.get("spikesPerNeuronPerStep").asDouble(),
        1e-12);
    assertEquals(64 * (long) steps, lean.get("directMultiplyAccumulates").asLong());
    JsonNode operations = json.get("energy").get("accountings").get(0);
    // 64 + 32 multiply-accumulates of 4.6 pJ.
    assertEquals(96 * 4.6, operations.get("annPjPerStep").asDouble(), 1e-9);
    double accumulates = json.get("totals").get("synapticOperations").asDouble() / steps;
    assertEquals(64 * 4.6 + accumulates * 0.9, operations.get("snnPjPerStep").asDouble(), 1e-6);
  }

  @Test
  void theTableHasARowAnEpisodeAndALayer() {
    Spoken spoken = episode("carried.nir", "--episodes", 2, "--seed", 40);
    assertEquals(0, spoken.exitCode(), spoken.err());
    assertEquals("", spoken.err());
    for (String row : List.of("  40 ", "  41 ", "lean ", "output ", "operations only ")) {
      assertTrue(spoken.out().contains("\n" + row), row + spoken.out());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"carried.nir", "zeroed.nir"})
  void theSameSeedGivesTheSameEpisodesHoweverManyThreads(String network) {
    JsonNode expected = json(network, "--episodes", 3, "--threads", 1, "--kernel", "scalar");
    JsonNode found = json(network, "--episodes", 3, "--threads", 3);
    for (String name : List.of("fingerprint", "digest", "episodes", "totals", "layers")) {
      assertEquals(expected.get(name), found.get(name), name);
    }
    assertNotEquals(
        expected.get("digest"), json(network, "--episodes", 3, "--seed", 2).get("digest"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"carried.nir", "zeroed.nir"})
  void aRecordedEpisodeVerifiesAndReplays(String network) throws IOException {
    Path trace = folder.resolve(network + ".trace");
    JsonNode played = json(network, "--record", trace, "--episodes", 2);
    JsonNode first = played.get("episodes").get(0);
    boolean carried = network.startsWith("carried");
    JsonNode info = Spoken.by("trace", "info", trace, "--json").json();
    assertEquals(carried ? 1 : first.get("steps").asLong(), info.get("inferences").asLong());
    assertEquals(played.get("fingerprint"), info.get("fingerprint"));
    for (String engine : List.of("event", "reference")) {
      Spoken verified =
          Spoken.by(
              "trace",
              "verify",
              trace,
              "--network",
              folder.resolve(network),
              "--engine",
              engine,
              "--json");
      assertEquals(0, verified.exitCode(), verified.out() + verified.err());
      assertEquals(first.get("digest"), verified.json().get("digest"));
    }
    JsonNode replay = Spoken.by("trace", "replay", trace, "--inference", 0, "--json").json();
    assertEquals(2 * 2 * (carried ? first.get("steps").asInt() : 1), replay.get("steps").size());
    byte[] bytes = Files.readAllBytes(trace);
    json(network, "--record", trace, "--episodes", 2, "--threads", 2);
    assertEquals(Arrays.toString(bytes), Arrays.toString(Files.readAllBytes(trace)));
  }

  @Test
  void carriedAndZeroedCanBeChosenAndAreNamedInTheFingerprint() {
    JsonNode carried = json("zeroed.nir", "--carry");
    assertEquals("carried", carried.get("state").asText());
    assertEquals(json("carried.nir").get("fingerprint"), carried.get("fingerprint"));
    assertNotEquals(json("zeroed.nir").get("fingerprint"), carried.get("fingerprint"));
    assertEquals(2, episode("zeroed.nir", "--carry", "--zero").exitCode());
  }

  @Test
  void anAgentWinsAtPongFromSingleFramesAndItsPageReplaysIt() throws IOException {
    Path page = folder.resolve("pong.html");
    JsonNode json = json("pong.nir", "--timesteps", 1, "--picture", page);
    assertTrue(json.get("meanReward").asDouble() > 0, json.get("episodes").toString());
    String text = Files.readString(page);
    assertTrue(text.contains("id=\"player\""));
    assertTrue(text.contains("script-src 'sha256-"));
    assertFalse(text.contains("http://") || text.contains("https://"));
  }

  @Test
  void aPipeThatDoesNotStartIsRefused() {
    Spoken spoken = episode("zeroed.nir", "--environment", "pipe:no-such-program x");
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains("command=no-such-program"), spoken.err());
  }

  @Test
  void whatDoesNotFitIsRefusedInOneLine() {
    Spoken shape = episode("zeroed.nir", "--environment", "pong");
    assertEquals(2, shape.exitCode());
    assertTrue(shape.err().contains("input=(4) observation=(1, 84, 84)"), shape.err());
    assertEquals(1, shape.err().lines().count(), shape.err());
    assertEquals(2, episode("zeroed.nir", "--environment", "chess").exitCode());
    assertEquals(2, episode("zeroed.nir", "--episodes", 0).exitCode());
    assertEquals(2, episode("zeroed.nir", "--timesteps", 0).exitCode());
  }
}
