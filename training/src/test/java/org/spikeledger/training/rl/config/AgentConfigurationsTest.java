package org.spikeledger.training.rl.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.environment.EnvironmentSpecification;
import org.spikeledger.training.rl.TinyAgent;

class AgentConfigurationsTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "cartpole-ann",
        "cartpole-snn-zeroed",
        "cartpole-snn-carried",
        "cartpole-positions-ann",
        "cartpole-positions-snn-zeroed",
        "cartpole-positions-snn-carried",
        "cartpole-snn",
        "pong-dqn",
        "pong-zeroed",
        "pong-carried"
      })
  void theReadyMadeConfigurationsAreReadAndFitTheirEnvironment(String name) {
    AgentConfiguration read = AgentConfigurations.read(Path.of("configs", name + ".json"));
    assertEquals(name, read.name());
    try (var environment = EnvironmentSpecification.parse(read.environment()).open()) {
      assertEquals(environment.actions(), read.network().actions());
    }
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    AgentConfiguration tiny = TinyAgent.in(folder);
    Path file = folder.resolve("written.json");
    AgentConfigurations.write(tiny, file);
    assertEquals(tiny, AgentConfigurations.read(file));
  }

  @Test
  void theConversionCountsFromTheFirstSpikingStageOn() {
    AgentConfiguration tiny = TinyAgent.parse(TinyAgent.JSON);
    AgentConfiguration other =
        TinyAgent.parse(TinyAgent.JSON.replace("\"percentile\": 95.0", "\"percentile\": 90.0"));
    assertEquals(AgentConfigurations.digest(tiny, 0), AgentConfigurations.digest(other, 0));
    assertNotEquals(AgentConfigurations.digest(tiny, 1), AgentConfigurations.digest(other, 1));
  }

  @Test
  void howManyBitsAnExportKeepsMayChangeWhileARunIsCutOff() {
    AgentConfiguration tiny = TinyAgent.parse(TinyAgent.JSON);
    AgentConfiguration rounded =
        TinyAgent.parse(TinyAgent.JSON.replace("\"seed\": 5", "\"seed\": 5, \"mantissaBits\": 10"));
    assertEquals(10, rounded.mantissaBits());
    assertEquals(AgentConfigurations.digest(tiny, 2), AgentConfigurations.digest(rounded, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "seed": 5                 | "seed": 5, "sead": 5         | sead
          "gamma": 0.99             | "gamma": 1.5                 | gamma
          "sequence": 4             | "sequence": 5                | sequence
          "capacity": 300           | "capacity": 5                | capacity
          "membranes": "CARRIED"    | "membranes": "KEPT"          | membranes
          "timesteps": 0            | "timesteps": 0, "membranes": "CARRIED" | membranes
          "name": "t2"              | "name": "ann"                | stages
          "fraction": 0.5           | "fraction": 0.0              | fraction
          "learningStarts": 100     | "learningStarts": "100"      | learningStarts
          "episodes": 3             | "episodes": 0                | episodes
          """)
  void aFieldThatBreaksARuleIsNamed(String good, String bad, String named) {
    String json = TinyAgent.JSON.replace(good, bad);
    BadInputException refused =
        assertThrows(BadInputException.class, () -> TinyAgent.parse(json), json);
    assertTrue(refused.getMessage().contains(named), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }
}
