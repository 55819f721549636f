package org.spikeledger.training.zoo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.config.ChainedStage;

class OriginTest {
  /** SHA-256 of "abc", FIPS 180-2, appendix B.1. */
  private static final String OF_ABC =
      "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";

  @TempDir private Path folder;

  private record Stage(String name, int timesteps, String from) implements ChainedStage {}

  @BeforeEach
  void writeNetwork() throws IOException {
    Files.writeString(folder.resolve("before.nir"), "abc");
  }

  private Origin origin() {
    Stage first = new Stage("t1", 1, folder.resolve("before.nir").toString());
    return Origin.of(List.of(first, new Stage("light", 1, "t1")));
  }

  @Test
  void aFileIsNamedByWhatItHolds() {
    assertEquals(new Origin("before.nir", OF_ABC, null, null, null), origin());
  }

  @Test
  void theCardBesideItTellsAllThatCameBefore() throws IOException {
    Files.writeString(
        folder.resolve("before.json"),
        """
        {"annAccuracy": 0.75, "trainingSeconds": 20.5, "trainingSteps": 300,
         "startedFrom": {"file": "x.nir", "trainingSeconds": 1.5, "trainingSteps": 12}}
        """);
    assertEquals(new Origin("before.nir", OF_ABC, 0.75, 22.0, 312L), origin());
  }

  @Test
  void aCardThatIsNoneIsNamed() throws IOException {
    Files.writeString(folder.resolve("before.json"), "{");
    String message = assertThrows(BadInputException.class, this::origin).getMessage();
    assertTrue(message.contains("file=" + folder.resolve("before.json")), message);
  }

  @Test
  void anAnnAndRandomWeightsStartFromNoFile() {
    assertNull(Origin.of(List.of(new Stage("ann", 0, ""), new Stage("t1", 1, "before.nir"))));
    assertNull(Origin.of(List.of(new Stage("t1", 1, "random"))));
  }
}
