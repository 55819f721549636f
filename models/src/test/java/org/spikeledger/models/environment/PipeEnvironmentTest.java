package org.spikeledger.models.environment;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.spikeledger.models.BadInputException;

class PipeEnvironmentTest {

  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static String peer(String mode) {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    return "'%s' -Xshare:auto -XX:TieredStopAtLevel=1 -cp '%s' %s '%s'"
        .formatted(
            java,
            place(PipePeer.class) + File.pathSeparator + place(CartPole.class),
            PipePeer.class.getName(),
            mode);
  }

  private static Path place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void anEpisodeOverAPipeIsTheSameAsHere() {
    CartPole here = new CartPole(CartPoleObservation.ALL);
    float[] expected = new float[4];
    float[] seen = new float[4];
    try (PipeEnvironment there = new PipeEnvironment(peer("cartpole"), PATIENCE)) {
      assertEquals(here.observationShape(), there.observationShape());
      assertEquals(2, there.actions());
      for (long seed : new long[] {-3, Long.MAX_VALUE}) {
        here.reset(seed, expected);
        there.reset(seed, seen);
        assertArrayEquals(expected, seen);
        Step step;
        do {
          step = here.step(1, expected);
          assertEquals(step, there.step(1, seen));
          assertArrayEquals(expected, seen);
        } while (!step.ended());
        assertThrows(IllegalStateException.class, () -> there.step(0, seen));
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ends | an environment answers before it ends: request=reset 1",
        "endless | an environment's line has at most so many bytes: most=192 request=reset 1",
        "error_no_licence | the environment says: no licence, request=reset 1",
        "what? | an environment answers 'observation' to 'reset 1': line=what?",
        "observation_1_2_3 | an environment's numbers are finite decimals: value 3=",
        "observation_1_2_3_4_5 | an observation has as many values as its shape: expected=4 more=5",
        "observation_1_2_NaN_4 | an environment's numbers are finite decimals: value 2=NaN",
        "observation_1_2_1e39_4 | an observation's values are finite in float32: value 2 is not,",
      })
  void anAnswerThatIsNoneIsRefusedInOneLine(String mode, String message) {
    String command = peer(mode);
    try (PipeEnvironment environment = new PipeEnvironment(command, PATIENCE)) {
      BadInputException refusal =
          assertThrows(BadInputException.class, () -> environment.reset(1, new float[4]));
      assertEquals(message + " command=" + command, refusal.getMessage());
    }
  }

  @Test
  void aSecondAnswerIsNotTakenForTheNextOne() throws InterruptedException {
    String command = peer("twice");
    try (PipeEnvironment environment = new PipeEnvironment(command, PATIENCE)) {
      environment.reset(1, new float[4]);
      Thread.sleep(200);
      BadInputException refusal =
          assertThrows(BadInputException.class, () -> environment.reset(2, new float[4]));
      assertEquals(
          "an environment answers once: line=observation 1 2 3 4 request=reset 2 command="
              + command,
          refusal.getMessage());
    }
  }

  @Test
  void aProcessThatNeitherAnswersNorEndsIsEnded() {
    String command = peer("deaf");
    List<ProcessHandle> before = ProcessHandle.current().children().toList();
    BadInputException refusal =
        assertThrows(
            BadInputException.class, () -> new PipeEnvironment(command, Duration.ofMillis(200)));
    assertEquals(
        "an environment answers in time: limitSeconds=0.2"
            + " request=spikeledger-environment 1 command="
            + command,
        refusal.getMessage());
    ProcessHandle.current()
        .children()
        .filter(child -> !before.contains(child))
        .forEach(child -> assertFalse(lives(child), "child=" + child));
  }

  private static boolean lives(ProcessHandle child) {
    for (int i = 0; i < 100 && child.isAlive(); i++) {
      try {
        Thread.sleep(50);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return child.isAlive();
  }

  @Test
  void aCommandThatDoesNotExistIsRefused() {
    BadInputException refusal =
        assertThrows(
            BadInputException.class, () -> new PipeEnvironment("no-such-program-here", PATIENCE));
    assertTrue(
        refusal.getMessage().startsWith("an environment's command can be started: command=no-such"),
        refusal.getMessage());
    assertFalse(refusal.getMessage().contains("\n"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "hello | an environment is greeted by",
        "environment 2 shape 4 actions 2 | an environment speaks the protocol's version 1",
        "environment 1 shape 4 actions 0 | an environment has 1..4096 actions: actions=0",
        "environment 1 shape 0 actions 2 | an observation has 1..1048576 values: shape=0",
        "environment 1 shape 9999999x9999999x9999999 actions 2 | an observation has 1..1048576",
        "environment 1 shape 2x2x2x2x2 actions 2 | an environment is greeted by",
        "environment 1 shape 99999999999 actions 2 | an environment is greeted by",
      })
  void aHandshakeOfAnotherKindOrSizeIsRefused(String line, String message) {
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> PipeHandshake.parse(line, "command=x"));
    assertTrue(refusal.getMessage().startsWith(message), refusal.getMessage());
    assertTrue(refusal.getMessage().endsWith("command=x"), refusal.getMessage());
  }

  @Test
  void aCommandIsSplitAtSpacesOutsideQuotations() {
    assertEquals(List.of("a", "b c", "", "d\"e"), PipeCommand.words(" a  'b c' \"\" d'\"'e "));
    assertThrows(BadInputException.class, () -> PipeCommand.words("a 'b"));
    assertThrows(BadInputException.class, () -> PipeCommand.words("  "));
  }

  @Test
  void theExampleInPythonPlaysAWholeEpisode() {
    Path root = Path.of(Files.exists(Path.of("docs")) ? "." : "..").toAbsolutePath().normalize();
    Path script = root.resolve("docs/examples/pipe_environment.py");
    assumeTrue(Files.exists(Path.of("/usr/bin/python3")), "there is no /usr/bin/python3 here");
    float[] seen = new float[18];
    try (PipeEnvironment game =
        new PipeEnvironment("/usr/bin/python3 '%s'".formatted(script), PATIENCE)) {
      game.reset(7, seen);
      double reward = 0;
      int steps = 0;
      Step step;
      do {
        int way = place(seen, 0) - (place(seen, 9) - 9);
        step = game.step(Integer.signum(way) + 1, seen);
        reward += step.reward();
        steps++;
      } while (!step.ended());
      assertTrue(step.truncated());
      assertEquals(30, steps);
      assertTrue(reward > 5, "reward=" + reward);
    }
  }

  private static int place(float[] observation, int from) {
    int place = from;
    while (observation[place] == 0) {
      place++;
    }
    return place;
  }
}
