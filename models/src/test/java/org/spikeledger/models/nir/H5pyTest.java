package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Graph;

/** Lets another HDF5 implementation read what we write; skips where /usr/bin/python3 lacks it. */
class H5pyTest {

  private static final Path PYTHON = Path.of("/usr/bin/python3");

  private record Outcome(int status, String output) {}

  @TempDir Path folder;

  @BeforeAll
  static void needsH5py() throws Exception {
    assumeTrue(Files.isExecutable(PYTHON), "there is no " + PYTHON);
    assumeTrue(python("-c", "import h5py, numpy").status() == 0, PYTHON + " has no h5py");
  }

  @Test
  void aNetworkOfEveryNodeTypeHasTheLayoutOfNir() throws Exception {
    assertEquals("nodes=12 edges=11", check(SampleNetworks.everything()));
  }

  @Test
  void aLeakyNeuronIsWrittenAsItsEquation() throws Exception {
    assertEquals("nodes=4 edges=3", check(SampleNetworks.small()));
  }

  private String check(Graph graph) throws Exception {
    Path file = folder.resolve("written.nir");
    NirWriter.write(graph, file);
    Path script = Path.of(H5pyTest.class.getResource("check_layout.py").toURI());
    Outcome outcome = python(script.toString(), file.toString());
    assertEquals(0, outcome.status(), outcome.output());
    return outcome.output().strip();
  }

  private static Outcome python(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 1];
    command[0] = PYTHON.toString();
    System.arraycopy(arguments, 0, command, 1, arguments.length);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Outcome(process.waitFor(), output);
  }
}
