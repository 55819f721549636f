package org.spikeledger.models.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;

class EnvironmentSpecificationTest {

  @ParameterizedTest
  @CsvSource({"cartpole, 4, 2", "cartpole-positions, 2, 2", "pong, 7056, 6"})
  void aNameOpensItsEnvironment(String name, int values, int actions) {
    EnvironmentSpecification specification = EnvironmentSpecification.parse(name);
    try (Environment environment = specification.open()) {
      assertEquals(values, environment.observationShape().size());
      assertEquals(actions, environment.actions());
    }
    assertEquals(name, specification.toString());
  }

  @Test
  void aPipeKeepsItsCommandAndNeedsOne() {
    EnvironmentSpecification pipe = EnvironmentSpecification.parse("pipe:python3 game.py --fast");
    assertEquals(EnvironmentSpecification.Kind.PIPE, pipe.kind());
    assertEquals("python3 game.py --fast", pipe.command().orElseThrow());
    assertEquals("pipe:python3 game.py --fast", pipe.toString());
    assertThrows(BadInputException.class, () -> EnvironmentSpecification.parse("pipe:"));
    assertThrows(BadInputException.class, () -> EnvironmentSpecification.parse("pipe"));
  }

  @Test
  void anUnknownNameIsRefusedWithAllThatAreKnown() {
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> EnvironmentSpecification.parse("mountaincar"));
    assertEquals(
        "the environment is not known: environment=mountaincar"
            + " known=cartpole, cartpole-positions, pong, pipe:COMMAND",
        refusal.getMessage());
  }
}
