package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Every claim has its row, and none of ours is a fit. */
class PaperTest {

  private static JsonNode rows;

  @BeforeAll
  static void ask() {
    Spoken spoken = Spoken.by("paper", "--json");
    assertEquals(0, spoken.exitCode(), spoken.err());
    rows = spoken.json().get("rows");
  }

  @Test
  void everyRowSaysHowAndWhy() {
    for (JsonNode row : rows) {
      for (String field :
          List.of(
              "claim",
              "claimed",
              "source",
              "ours",
              "how",
              "network",
              "formula",
              "accounting",
              "verdict",
              "why")) {
        assertTrue(!row.path(field).asText().isBlank(), field + " in " + row);
      }
      assertTrue(List.of("measured", "computed", "none").contains(row.get("how").asText()));
      assertTrue(
          List.of("agrees", "differs", "cannot be checked").contains(row.get("verdict").asText()));
    }
  }

  @Test
  void whatOnlyAMeasurementHeedsIsRefusedWithoutOne() {
    for (List<String> options :
        List.of(List.of("--data", "cifar10=cifar10:DIR"), List.of("--limit", "10"))) {
      Spoken refused = Spoken.by("paper", options.getFirst(), options.getLast());
      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains(options.getLast()), refused.err());
    }
  }

  @Test
  void networksAreMeasuredAsTheirCardsHaveThem() {
    for (List<String> options :
        List.of(List.of("--timesteps", "5"), List.of("--precision", "int8"))) {
      Spoken refused =
          Spoken.by("paper", "--measure", "--limit", "2", options.getFirst(), options.getLast());
      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains("as their cards have them"), refused.err());
    }
  }

  @Test
  void everyClaimOfThePaperIsThere() {
    assertEquals(15, starting("top-1"));
    assertEquals(
        3,
        starting("trained at T = 1 from random weights"),
        "VGG16 and ResNet20 with batch normalisation, VGG16 without");
    assertEquals(5, starting("alpha at T = 1"));
    assertEquals(4, starting("alpha with memory"), "VGG16 and ResNet20, reused or not");
    assertEquals(2, starting("alpha against an int8 ANN"));
    assertEquals(1, starting("spike rate"));
    assertEquals(5, starting("accesses to membrane potentials"));
    assertEquals(1, starting("latency"));
    assertEquals(2, starting("CartPole"), "on all four values and on the positions alone");
    assertEquals(4, starting("Pong"));
  }

  @Test
  void pongAndSpyxFollowFromWhatIsPublished() {
    assertEquals(
        "7.53, 6.83, 6.24, 5.74, 5.32",
        ours("Pong: energy of the ANN-DQN over the SNN's, T = 1..5"));
    assertEquals("7.50, 6.25, 5.36, 6.25, 5.56, 5.00 %", ours("critics, Spyx"));
  }

  @Test
  void anElidedAccessHasNoRatioAtOneTimestep() {
    assertEquals("not defined", ours("accesses to membrane potentials, elided"));
  }

  private static int starting(String claim) {
    int found = 0;
    for (JsonNode row : rows) {
      found += row.get("claim").asText().startsWith(claim) ? 1 : 0;
    }
    return found;
  }

  private static String ours(String claim) {
    for (JsonNode row : rows) {
      if (row.get("claim").asText().startsWith(claim)) {
        return row.get("ours").asText();
      }
    }
    throw new AssertionError("no row: " + claim);
  }
}
