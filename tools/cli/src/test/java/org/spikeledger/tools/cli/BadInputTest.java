package org.spikeledger.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadInputTest {

  @TempDir Path folder;

  @BeforeEach
  void writeData() throws IOException {
    SmallData.write(folder);
  }

  private void assertRefused(String expected, Object... arguments) {
    Spoken spoken = Spoken.by(arguments);
    assertEquals(2, spoken.exitCode(), spoken.err());
    assertEquals("", spoken.out());
    assertEquals(1, spoken.err().lines().count(), spoken.err());
    assertTrue(spoken.err().contains(expected), spoken.err());
  }

  private Object idx() {
    return "idx:" + folder;
  }

  @Test
  void noCommandIsRefused() {
    assertRefused("a command is needed");
  }

  @Test
  void anUnknownCommandIsRefused() {
    assertRefused("nonsense", "nonsense");
  }

  @Test
  void aGroupWithoutACommandIsRefused() {
    assertRefused("info, verify, replay", "trace");
  }

  @Test
  void anUnknownOptionIsRefused() {
    assertRefused("--nonsense", "zoo", "list", "--nonsense");
  }

  @Test
  void aMissingNetworkIsRefused() {
    assertRefused("missing.nir", "run", folder.resolve("missing.nir"), "--data", idx());
  }

  @Test
  void aNetworkUnknownToTheZooIsRefused() {
    assertRefused("name=nobody", "run", "zoo:nobody", "--data", "fashion-mnist");
    assertRefused("name=../small", "run", "zoo:../small", "--data", "fashion-mnist");
  }

  @Test
  void aNetworkOfAWrongTypeIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text.nir"), "this is no network\n");
    assertRefused("text.nir", "nir", "show", file);
  }

  @Test
  void aNetworkCutShortIsRefused() throws IOException {
    byte[] whole = Files.readAllBytes(folder.resolve("small.nir"));
    Path file = folder.resolve("cut.nir");
    for (int length : new int[] {0, 7, 100, whole.length / 2, whole.length - 1}) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertRefused("cut.nir", "nir", "show", file);
    }
  }

  @Test
  void anUnknownDatasetIsRefused() {
    assertRefused("nonsense", "run", folder.resolve("small.nir"), "--data", "nonsense");
  }

  @Test
  void aMissingDatasetIsRefused() {
    assertRefused(
        "elsewhere",
        "run",
        folder.resolve("small.nir"),
        "--data",
        "idx:" + folder.resolve("elsewhere"));
  }

  @Test
  void aDatasetCutShortIsRefused() throws IOException {
    Path images = folder.resolve("t10k-images-idx3-ubyte");
    byte[] whole = Files.readAllBytes(images);
    Files.write(images, Arrays.copyOf(whole, whole.length - 1));
    assertRefused("t10k-images", "run", folder.resolve("small.nir"), "--data", idx());
  }

  @Test
  void imagesOfAnotherShapeThanTheInputAreRefused() {
    assertRefused(
        "images=(1, 28, 28)", "run", folder.resolve("small.nir"), "--data", "fashion-mnist");
  }

  @Test
  void aNetworkWithoutTimestepsNeedsThem() {
    Spoken spoken = Spoken.by("run", folder.resolve("unsaid.nir"), "--data", idx());
    assertEquals(2, spoken.exitCode());
    assertTrue(spoken.err().contains("--timesteps"), spoken.err());
  }

  @Test
  void numbersOutOfRangeAreRefused() {
    Path network = folder.resolve("small.nir");
    assertRefused("limit=0", "run", network, "--data", idx(), "--limit", 0);
    assertRefused("timesteps=0", "run", network, "--data", idx(), "--timesteps", 0);
    assertRefused("threads=-1", "run", network, "--data", idx(), "--threads", -1);
    assertRefused("--threads", "run", network, "--data", idx(), "--threads", "many");
    assertRefused("kernel=fast", "run", network, "--data", idx(), "--kernel", "fast");
    assertRefused("--engine", "run", network, "--data", idx(), "--engine", "steam");
    assertRefused("profile=x", "run", network, "--data", idx(), "--profile", "x");
  }

  @Test
  void anUnknownCostModelIsRefusedBeforeAnythingRuns() {
    assertRefused(
        "model=free", "energy", folder.resolve("missing"), "--data", idx(), "--model", "free");
  }

  @Test
  void aRuleForTheFirstLayerThatNoModelUsesIsRefusedBeforeAnythingRuns() {
    assertRefused(
        "--first-layer=everyTimestep --model=loihi,lemaire-45nm-int32",
        "energy",
        folder.resolve("missing"),
        "--data",
        idx(),
        "--model",
        "loihi",
        "--model",
        "lemaire-45nm-int32",
        "--first-layer",
        "everyTimestep");
  }

  @Test
  void energyNeedsExactlyOneSource() {
    assertRefused("--trace", "energy");
    assertRefused("--trace", "energy", "network.nir");
    assertRefused(
        "--trace", "energy", "network.nir", "--data", "fashion-mnist", "--trace", "run.trace");
  }

  @Test
  void aTraceThatIsNoneIsRefused() throws IOException {
    Path file = Files.writeString(folder.resolve("text.trace"), "this is no trace\n");
    for (String command : new String[] {"info", "verify", "replay"}) {
      assertRefused("text.trace", "trace", command, file);
      assertRefused("missing.trace", "trace", command, folder.resolve("missing.trace"));
    }
  }

  @Test
  void aTraceThatCannotBeWrittenIsRefused() {
    Path file = folder.resolve("nowhere").resolve("run.trace");
    assertRefused("nowhere", "run", folder.resolve("small.nir"), "--data", idx(), "--record", file);
  }

  @Test
  void aRefusedRunLeavesNoTrace() {
    Path file = folder.resolve("run.trace");
    assertRefused(
        "missing.nir", "run", folder.resolve("missing.nir"), "--data", idx(), "--record", file);
    assertFalse(Files.exists(file));
  }
}
