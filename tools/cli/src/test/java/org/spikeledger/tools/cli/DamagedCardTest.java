package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A home with one network in its zoo, whose card lacks something or holds something else. */
class DamagedCardTest {

  private static final String HOME = "spikeledger.home";
  private static final Path ZOO = Path.of("..", "..", "models", "zoo");
  private static final String NAME = "fashion-mnist-t1";

  @TempDir private Path home;
  private String before;

  @BeforeEach
  void moveIn() throws IOException {
    Path zoo = Files.createDirectories(home.resolve("models").resolve("zoo"));
    Files.copy(ZOO.resolve(NAME + ".nir"), zoo.resolve(NAME + ".nir"));
    before = System.getProperty(HOME);
    System.setProperty(HOME, home.toString());
  }

  @AfterEach
  void moveOut() {
    System.setProperty(HOME, before);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          "name" : "conv1_neurons" | "name" : "conv0_neurons" | layer=conv1_neurons
          "accuracy" :             | "accuracies" :           | field=accuracy
          "timesteps" : 1          | "timesteps" : "one"      | field=timesteps
          "timesteps" : 1,         | "timesteps" : 1          | line=
          """)
  void whatIsWrongIsNamedInOneLine(String good, String bad, String named) throws IOException {
    // Without energies of its own, a card's follow from the rates of its layers.
    String card = Files.readString(ZOO.resolve(NAME + ".json")).replace("\"energy\"", "\"none\"");
    assertTrue(card.contains(good), good);
    Path file = home.resolve("models").resolve("zoo").resolve(NAME + ".json");
    Files.writeString(file, card.replaceFirst(good, bad));
    Spoken refused = Spoken.by("paper");
    assertEquals(2, refused.exitCode(), refused.err());
    assertTrue(refused.err().contains(named), refused.err());
    assertTrue(refused.err().contains(NAME), refused.err());
    assertFalse(refused.err().contains("java"), refused.err());
    assertEquals(1, refused.err().lines().count(), refused.err());
  }
}
