package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A home with agents in its zoo and a comparison beside it. */
class AgentZooTest {

  private static final String HOME = "spikeledger.home";
  private static final String REWARD = "{\"episodes\": 100, \"mean\": 98.52, \"deviation\": 2.5}";

  @TempDir private Path home;
  private Path zoo;
  private String before;

  @BeforeEach
  void moveIn() throws IOException {
    zoo = Files.createDirectories(home.resolve("models").resolve("zoo"));
    before = System.getProperty(HOME);
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void moveOut() {
    if (before == null) {
      System.clearProperty(HOME);
    } else {
      System.setProperty(HOME, before);
    }
  }

  private void addCartPole(String reward) throws IOException {
    HandMadeAgents.writeCartPole(zoo.resolve("lean-t2.nir"), "carried");
    describe("lean-t2", "cartpole", "carried", reward, "lean", 0.25);
  }

  private void describe(
      String name, String environment, String state, String reward, String layer, double rate)
      throws IOException {
    Files.writeString(
        zoo.resolve(name + ".json"),
        """
        {"name": "%s", "file": "%s.nir", "sha256": "%s", "environment": "%s", "timesteps": 2,
         "reward": %s, "stateBetweenEnvironmentSteps": "%s", "spikesPerNeuronPerStep": %s,
         "layers": [{"name": "%s", "neurons": 16, "spikesPerNeuronPerStep": %s}]}
        """
            .formatted(
                name,
                name,
                sha256(zoo.resolve(name + ".nir")),
                environment,
                reward,
                state,
                rate,
                layer,
                rate));
  }

  private static String sha256(Path file) throws IOException {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }

  private static JsonNode row(String claim) {
    Spoken paper = Spoken.by("paper", "--json");
    assertEquals(0, paper.exitCode(), paper.err());
    for (JsonNode row : paper.json().get("rows")) {
      if (row.get("claim").asText().startsWith(claim)) {
        return row;
      }
    }
    throw new AssertionError("no row: " + claim);
  }

  @Test
  void anAgentIsListedShownAndPlaysByItsName() throws IOException {
    addCartPole(REWARD);
    String list = Spoken.by("zoo", "list").out();
    assertTrue(list.contains("cartpole") && list.contains("98.5 +- 2.5"), list);
    JsonNode listed = Spoken.by("zoo", "list", "--json").json().get("networks").get(0);
    assertEquals("cartpole", listed.get("environment").asText());
    assertEquals(98.52, listed.get("reward").get("mean").asDouble());
    String shown = Spoken.by("zoo", "show", "lean-t2").out();
    assertTrue(shown.contains("carried") && shown.contains("100"), shown);
    assertTrue(shown.contains("layers: name"), shown);
    JsonNode card = Spoken.by("zoo", "show", "lean-t2", "--json").json();
    assertEquals(0.25, card.get("spikesPerNeuronPerStep").asDouble());
    Spoken played = Spoken.by("episode", "zoo:lean-t2", "--episodes", "2", "--json");
    assertEquals(0, played.exitCode(), played.err());
  }

  @Test
  void anAgentWithoutRewardIsRefusedInOneLine() throws IOException {
    addCartPole("null");
    Spoken refused = Spoken.by("zoo", "list");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("reward=null"), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
  }

  @Test
  void aComparisonThatLacksAFieldIsRefusedInOneLine() throws IOException {
    Files.writeString(
        Files.createDirectories(home.resolve("models").resolve("comparisons")).resolve("c.json"),
        """
        {"episodes": 100, "configurations": [{"environment": "cartpole", "network": "ANN"}]}
        """);
    Spoken refused = Spoken.by("paper");
    assertEquals(2, refused.exitCode());
    assertTrue(refused.err().contains("best=null"), refused.err());
    assertTrue(refused.err().contains("c.json"), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
  }

  @Test
  void thePaperHasARowForEachAgentAndComparedObservation() throws IOException {
    addCartPole(REWARD);
    Files.writeString(
        Files.createDirectories(home.resolve("models").resolve("comparisons")).resolve("c.json"),
        """
        {"name": "c", "episodes": 100, "configurations": [
          {"environment": "cartpole-positions", "network": "ANN",
           "best": {"episodes": 5, "mean": 200.0, "deviation": 10.0},
           "last": {"episodes": 5, "mean": 100.0, "deviation": 40.0}},
          {"environment": "cartpole-positions", "network": "SNN T = 1, carried",
           "best": {"episodes": 5, "mean": 300.0, "deviation": 20.0},
           "last": {"episodes": 5, "mean": 125.0, "deviation": 30.0}},
          {"environment": "cartpole-positions", "network": "SNN T = 1, zeroed",
           "best": {"episodes": 5, "mean": 150.0, "deviation": 5.0},
           "last": {"episodes": 5, "mean": 75.0, "deviation": 5.0}}]}
        """);
    JsonNode compared = row("CartPole");
    assertEquals("agrees", compared.get("verdict").asText());
    assertEquals(
        "ANN 200.0 +- 10.0; SNN T = 1, carried 300.0 +- 20.0 = 1.50X;"
            + " SNN T = 1, zeroed 150.0 +- 5.0 = 0.75X",
        compared.get("ours").asText());
    String accounting = compared.get("accounting").asText();
    assertTrue(accounting.contains("carried 125.0 +- 30.0 = 1.25X"), accounting);
    // 16 neurons at a quarter of a spike: 96 * 4.6 / (64 * 4.6 + 0.25 * 32 * 0.9).
    String own = row("ours: lean-t2").get("ours").asText();
    assertTrue(own.contains("0.1250 spikes a neuron a timestep, alpha 1.46"), own);
  }

  @Test
  void figuresOfOurPongStandBesideAtarisAndCheckNothing() throws IOException {
    HandMadeAgents.writePong(zoo.resolve("pong-t2.nir"));
    describe("pong-t2", "pong", "zeroed", REWARD, "way", 0.5);
    JsonNode rate = row("Pong: average spike rate");
    assertEquals("pong-t2: 0.2500", rate.get("ours").asText());
    assertEquals("cannot be checked", rate.get("verdict").asText());
    assertTrue(rate.get("why").asText().contains("cannot be checked here"), rate.toString());
  }
}
