package org.spikeledger.tools.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.tools.cli.Main;
import org.spikeledger.training.libtorch.Libtorch;

/** Agents of a few neurons, for a few hundred steps. */
class TrainAgentTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path spiking;

  @BeforeEach
  void describe() throws IOException {
    assumeTrue(Libtorch.isSupported(), "libtorch is shipped for linux-x86_64 only");
    spiking = Files.writeString(folder.resolve("spiking.json"), text("spiking", 1, "CARRIED"));
    Files.writeString(folder.resolve("ann.json"), text("ann", 0, "ZEROED"));
  }

  private static String text(String name, int timesteps, String membranes) {
    return """
      {"name": "%s", "seed": 5, "environment": "cartpole",
       "network": {"bias": true, "layers": [
         {"kind": "linear", "units": 8}, {"kind": "linear", "units": 2}]},
       "surrogateScale": 0.5, "threads": 1,
       "conversion": {"percentile": 95.0, "thresholdScale": 1.0, "observations": 50},
       "replay": {"capacity": 200, "learningStarts": 50, "trainEvery": 10, "batchSize": 8,
                  "sequence": 4, "burnIn": 2},
       "learning": {"gamma": 0.99, "targetEvery": 50},
       "evaluation": {"everySteps": 100, "episodes": 2},
       "stages": [
         {"name": "only", "timesteps": %d, "membranes": "%s", "from": "random", "steps": 200,
          "learningRate": 0.001, "exploration": {"from": 1.0, "to": 0.1, "fraction": 0.5},
          "export": %s}],
       "output": "nowhere"}
      """
        .formatted(name, timesteps, membranes, timesteps > 0);
  }

  private int run(Object... arguments) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    String[] texts = new String[arguments.length];
    for (int i = 0; i < texts.length; i++) {
      texts[i] = arguments[i].toString();
    }
    return Main.run(new PrintWriter(out), new PrintWriter(err), texts);
  }

  @Test
  void anAgentIsTimedTrainedPublishedAndDrawn() throws IOException {
    Path run = folder.resolve("run");
    assertEquals(0, run("train", spiking, "--time", "2"), err.toString());
    assertTrue(out.toString().contains("ms to learn"), out.toString());
    Path zoo = folder.resolve("zoo");
    assertEquals(
        0,
        run("train", spiking, "--output", run, "--publish", zoo, "--compare", "5"),
        err.toString());
    String card = Files.readString(zoo.resolve("spiking-only.json"));
    assertTrue(card.contains("\"disagreements\" : 0"), card);
    assertTrue(Files.readString(run.resolve("training.html")).contains("Training of spiking"));
    Files.delete(run.resolve("training.html"));
    assertEquals(0, run("train", "--draw", run), err.toString());
    assertTrue(Files.exists(run.resolve("training.html")));
    assertEquals(2, run("train", spiking, "--data", "cifar10:nowhere"));
    assertTrue(err.toString().contains("agents learn from no images"), err.toString());
  }

  @Test
  void aComparisonLeavesATableAndAPageAndIsNotTrainedTwice() throws IOException {
    Path output = folder.resolve("compared");
    Path comparison =
        Files.writeString(
            folder.resolve("comparison.json"),
            """
            {"name": "both", "configurations": ["ann.json", "spiking.json"], "seeds": [1, 2],
             "sideBySide": 2, "episodes": 3, "output": "nowhere"}
            """);
    assertEquals(0, run("train", comparison, "--output", output), err.toString());
    String table = out.toString();
    assertTrue(table.contains("SNN T = 1, carried") && table.contains("ANN"), table);
    String page = Files.readString(output.resolve("comparison.html"));
    assertTrue(page.contains("Comparison both"), page);
    String measured = Files.readString(output.resolve("comparison.json"));
    assertEquals(0, run("train", comparison, "--output", output), err.toString());
    assertEquals(table, out.toString());
    assertEquals(measured, Files.readString(output.resolve("comparison.json")));
    Files.delete(output.resolve("comparison.html"));
    assertEquals(0, run("train", "--draw", output, "--json"), err.toString());
    assertTrue(out.toString().contains("comparison.html"), out.toString());
    assertEquals(2, run("train", comparison, "--output", output, "--publish", folder));
    assertFalse(Files.exists(Path.of("nowhere")));
  }
}
