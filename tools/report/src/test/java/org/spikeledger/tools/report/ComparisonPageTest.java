package org.spikeledger.tools.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class ComparisonPageTest {

  @TempDir private Path folder;

  private static String round(int round, double reward, String layers) {
    return """
    {"stage":"only","timesteps":1,"seed":1,"round":%d,"steps":%d,"loss":0.5,"playReward":null,\
    "reward":{"episodes":3,"mean":%s,"deviation":1.0},"best":%s,"stepsPerSecond":10.0,\
    "seconds":60.0,"layers":[%s]}
    """
        .formatted(round, 1000 * round, reward, reward, layers);
  }

  private void train(String name, double... rewards) throws IOException {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < rewards.length; i++) {
      text.append(round(i, rewards[i], ""));
    }
    Path own = Files.createDirectory(folder.resolve(name));
    Files.writeString(own.resolve("metrics.jsonl"), text);
  }

  private void compare(String name) throws IOException {
    Files.writeString(
        folder.resolve("comparison.json"),
        """
        {"name": "both", "episodes": 100, "configurations": [
          {"name": "ann", "environment": "cartpole", "network": "ANN",
           "best": {"episodes": 2, "mean": 200, "deviation": 10, "lowest": 190, "highest": 210},
           "last": {"episodes": 2, "mean": 100, "deviation": 3, "lowest": 90, "highest": 110}},
          {"name": "snn", "environment": "cartpole", "network": "SNN T = 1, carried",
           "best": {"episodes": 1, "mean": 300, "deviation": 0, "lowest": 300, "highest": 300},
           "last": {"episodes": 1, "mean": 50, "deviation": 0, "lowest": 50, "highest": 50}}],
         "trainings": [{"name": "ann", "seed": 1}, {"name": "ann", "seed": 2},
                       {"name": "%s", "seed": 1}]}
        """
            .formatted(name));
  }

  private static Document parse(String page) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  @Test
  void thePageHoldsCurvesWithTheirSpreadAndTheTableBesideTheClaim() throws Exception {
    train("ann-seed1", 10, 20, 30);
    train("ann-seed2", 20, 40);
    train("snn-seed1", 15, 25);
    compare("snn");
    String text = ComparisonPage.text(ComparisonLog.read(folder));
    Document page = parse(text);
    assertEquals(0, page.getElementsByTagName("script").getLength());
    assertFalse(text.contains("http://www") || text.contains("https:"), "loads something");
    assertEquals(2, page.getElementsByTagName("polygon").getLength());
    String table = page.getElementsByTagName("table").item(0).getTextContent();
    assertTrue(table.contains("1.50 x") && table.contains("0.50 x"), table);
    assertTrue(text.contains("1.3 times"), text);
    // The second round of both seeds: 20 and 40.
    assertTrue(text.contains("1 thousand steps: 30.0 +- 14.1"), text);
  }

  @Test
  void seedsAreDrawnAsFarAsAllOfThemCame() throws IOException {
    train("ann-seed1", 10, 20, 30);
    train("ann-seed2", 20, 40);
    train("snn-seed1", 15);
    compare("snn");
    List<AgentLog> seeds = ComparisonLog.read(folder).logs().get("ann");
    assertEquals(2, SeedCurve.of(seeds).size());
    assertEquals(0, SeedCurve.of(seeds.subList(0, 1)).getFirst().deviation());
  }

  @Test
  void aComparisonThatLeadsOutOfItsFolderOrIsNoneIsRefusedInOneLine() throws IOException {
    compare("../elsewhere");
    assertRefused();
    Files.writeString(folder.resolve("comparison.json"), "{\"name\": 3}");
    assertRefused();
    Files.writeString(folder.resolve("comparison.json"), "not json");
    assertRefused();
  }

  private void assertRefused() {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> ComparisonLog.read(folder));
    assertTrue(refused.getMessage().contains("comparison.json"), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }

  @Test
  void thePageOfOneAgentHoldsItsRewardsAndNeurons() throws Exception {
    String layers = "{\"name\":\"linear1\",\"spikeRate\":0.25,\"threshold\":1.5,\"leak\":0.5}";
    Path file = folder.resolve("metrics.jsonl");
    Files.writeString(file, round(0, -20.5, layers) + round(1, 12.25, layers));
    Document page = parse(AgentPage.text(AgentLog.read("a <name>", file)));
    assertEquals(5, page.getElementsByTagName("figure").getLength());
    String tables = page.getElementsByTagName("table").item(0).getTextContent();
    assertTrue(tables.contains("-20.5") && tables.contains("12.3"), tables);
    Files.writeString(file, round(0, 1, "").replace("\"timesteps\":1", "\"timesteps\":0"));
    Document ann = parse(AgentPage.text(AgentLog.read("ann", file)));
    assertEquals(1, ann.getElementsByTagName("figure").getLength());
  }
}
