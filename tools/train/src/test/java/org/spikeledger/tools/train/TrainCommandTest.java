package org.spikeledger.tools.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.tools.cli.Main;

class TrainCommandTest {

  @TempDir Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void trainAppearsOnItsOwnClassPath() {
    assertEquals(0, run("train", "--help"));
    assertTrue(out.toString().contains("Example: spikeledger train"), out.toString());
  }

  @Test
  void aConfigurationThatIsMissingOrMalformedIsRefusedInOneLine() throws IOException {
    assertEquals(2, run("train", folder.resolve("missing.json").toString()));
    assertTrue(err.toString().contains("missing.json"), err.toString());
    Path malformed = Files.writeString(folder.resolve("malformed.json"), "{\"seed\": ");
    assertEquals(2, run("train", malformed.toString()));
    assertTrue(err.toString().contains("malformed.json"), err.toString());
    assertEquals(2, err.toString().lines().count(), err.toString());
    assertEquals("", out.toString());
  }
}
