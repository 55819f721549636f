package org.spikeledger.tools.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.spikeledger.tools.bench.agenda.Suite;
import org.spikeledger.tools.cli.Main;

class BenchCommandTest {

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void helpNamesEverySuiteAndHasAnExample() {
    assertEquals(0, run("bench", "--help"));
    String help = out.toString().replaceAll("\\s+", " ");
    for (Suite suite : Suite.values()) {
      assertTrue(help.contains(suite.key()), suite + " in " + help);
    }
    assertTrue(help.contains("Example: spikeledger bench"), help);
    assertTrue(help.contains("--json"), help);
  }

  @Test
  void aSuiteThatIsNotThereIsRefusedInOneLine() {
    assertEquals(2, run("bench", "everything"));
    assertEquals(
        "a suite is one of layers, rates, vgg16, fully-connected, small-convolutional, threads,"
            + " scale: suite=everything",
        err.toString().strip());
  }

  @Test
  void settingsOutOfRangeAreRefusedBeforeAnythingIsMeasured() {
    assertEquals(2, run("bench", "--forks", "0"));
    assertTrue(err.toString().contains("forks=0"), err.toString());
    assertEquals(2, run("bench", "--kernel", "vector1024"));
    assertTrue(err.toString().contains("kernel=vector1024"), err.toString());
    assertEquals(2, run("bench", "--precision", "float16"));
    assertTrue(err.toString().contains("precision=float16"), err.toString());
  }
}
