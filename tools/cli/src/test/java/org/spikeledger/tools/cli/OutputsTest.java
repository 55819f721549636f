package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written destroys nothing, and a terminal shows nothing that it would obey. */
class OutputsTest {

  @TempDir static Path folder;
  private static Path network;
  private static Path trace;

  @BeforeAll
  static void writeData() throws IOException {
    SmallData.write(folder);
    network = folder.resolve("small.nir");
    trace = folder.resolve("small.trace");
    Spoken recorded =
        Spoken.by("run", network, "--data", "idx:" + folder, "--record", trace, "--limit", "2");
    assertEquals(0, recorded.exitCode(), recorded.err());
  }

  @Test
  void anOutputThatIsAnInputIsRefusedAndTheInputStays() throws IOException {
    String data = "idx:" + folder;
    byte[] networkBefore = Files.readAllBytes(network);
    byte[] traceBefore = Files.readAllBytes(trace);
    for (List<Object> arguments :
        List.<List<Object>>of(
            List.of("run", network, "--data", data, "--record", network),
            List.of("run", network, "--data", data, "--precision", "int8", "--quantised", network),
            List.of("profile", network, "--data", data, "--out", network),
            List.of("trace", "export", trace, "--format", "nirdata", "--out", trace))) {
      Spoken refused = Spoken.by(arguments.toArray());
      assertEquals(2, refused.exitCode(), refused.err());
      assertTrue(refused.err().contains("no input of the same command"), refused.err());
    }
    assertArrayEquals(networkBefore, Files.readAllBytes(network));
    assertArrayEquals(traceBefore, Files.readAllBytes(trace));
  }

  @Test
  void aCutTraceIsToldWhereItIsPricedOrExported() throws IOException {
    byte[] whole = Files.readAllBytes(trace);
    Path cut = folder.resolve("cut.trace");
    Files.write(cut, Arrays.copyOf(whole, whole.length - 1));
    Spoken priced = Spoken.by("energy", "--trace", cut, "--json");
    assertTrue(priced.json().get("truncated").asBoolean(), priced.err());
    assertTrue(priced.err().contains("the trace was cut"), priced.err());
    Path out = folder.resolve("cut.h5");
    Spoken exported =
        Spoken.by(
            "trace", "export", cut, "--format", "nirdata", "--out", out, "--count", "5", "--json");
    assertTrue(exported.json().get("truncated").asBoolean(), exported.err());
    assertFalse(
        Spoken.by("energy", "--trace", trace, "--json").json().get("truncated").asBoolean());
  }

  @Test
  void whatATerminalWouldObeyIsNotShown() throws IOException {
    Path evil = Files.copy(network, folder.resolve("evil\u001b[2J.nir"));
    Spoken run = Spoken.by("run", evil, "--data", "idx:" + folder, "--limit", "1");
    assertEquals(0, run.exitCode(), run.err());
    assertFalse(run.out().contains("\u001b"), run.out());
    assertTrue(run.out().contains("evil?[2J.nir"), run.out());
  }

  @Test
  void aProfileOfManyTimestepsHasLinesThatCanBeRead() {
    Spoken profile =
        Spoken.by(
            "profile", network, "--data", "idx:" + folder, "--limit", "2", "--timesteps", "300");
    assertEquals(0, profile.exitCode(), profile.err());
    String rates =
        profile
            .out()
            .lines()
            .filter(line -> line.startsWith("layer: spikes per neuron"))
            .findFirst()
            .orElseThrow();
    assertTrue(rates.contains("t=0 ") && rates.contains("t=299"), rates);
    assertTrue(rates.length() < 250, rates);
    assertTrue(profile.out().contains("some of 300 timesteps"), profile.out());
  }
}
