package org.spikeledger.tools.cli.network;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;

class ZooTest {

  private static final String SHA_256 = "0123456789abcdef".repeat(4);

  @TempDir Path folder;

  private void write(String file, String name, String network, int timesteps) throws IOException {
    Files.writeString(
        folder.resolve(file),
        """
        {"name": "%s", "file": "%s", "dataset": "fashion-mnist", "timesteps": %d,
         "accuracy": 0.9, "sha256": "%s", "seed": 7}
        """
            .formatted(name, network, timesteps, SHA_256));
  }

  @Test
  void cardsStandInNameOrderWithAllTheySay() throws IOException {
    write("b.json", "b", "b.nir", 3);
    write("a.json", "a", "a.nir", 1);
    List<ZooCard> cards = new Zoo(folder).cards();
    assertEquals(List.of("a", "b"), cards.stream().map(ZooCard::name).toList());
    assertEquals(7, cards.getFirst().rest().get("seed").asInt());
  }

  @Test
  void aZooWithoutAFolderIsEmpty() {
    assertEquals(List.of(), new Zoo(folder.resolve("missing")).cards());
  }

  @Test
  void aCardThatPointsElsewhereIsRefused() throws IOException {
    write("a.json", "a", "../a.nir", 1);
    assertRefused("file=../a.nir");
  }

  @Test
  void aCardOfAnotherNameOrWithoutTimestepsIsRefused() throws IOException {
    write("a.json", "b", "a.nir", 1);
    assertRefused("name=b");
    write("a.json", "a", "a.nir", 0);
    assertRefused("timesteps=0");
    Files.writeString(folder.resolve("a.json"), "{\"name\": \"a\"");
    assertRefused("a.json");
  }

  private void assertRefused(String expected) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> new Zoo(folder).card("a"));
    assertTrue(refused.getMessage().contains(expected), refused.getMessage());
  }
}
