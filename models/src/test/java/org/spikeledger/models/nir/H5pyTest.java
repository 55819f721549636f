package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.graph.Connection;
import org.spikeledger.models.graph.Graph;
import org.spikeledger.models.graph.Neuron;
import org.spikeledger.models.graph.Scale;
import org.spikeledger.models.graph.Tensor;
import org.spikeledger.models.graph.Threshold;

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

  @Test
  void aNetworkOverASequenceHasTheLayoutOfNir() throws Exception {
    assertEquals("nodes=15 edges=16", check(SequenceNetwork.graph()));
  }

  private String check(Graph graph) throws Exception {
    Path file = folder.resolve("written.nir");
    NirWriter.write(graph, file);
    Path script = Path.of(H5pyTest.class.getResource("check_layout.py").toURI());
    Path values = Files.write(folder.resolve("values"), values(graph));
    Outcome outcome = python(script.toString(), file.toString(), values.toString());
    assertEquals(0, outcome.status(), outcome.output());
    return outcome.output().strip();
  }

  /** The weights, biases and thresholds of a network, a line a field. */
  private static List<String> values(Graph graph) {
    List<String> lines = new ArrayList<>();
    graph
        .nodes()
        .forEach(
            (name, node) -> {
              if (node instanceof Scale scale) {
                lines.add(line(name, "scale", scale.scale(), scale.scale().size()));
              } else if (node instanceof Connection connection) {
                Tensor weight = connection.weight();
                lines.add(line(name, "weight", weight, weight.size()));
                connection.bias().ifPresent(b -> lines.add(line(name, "bias", b, b.size())));
              } else if (node instanceof Neuron neuron && !(node instanceof Threshold)) {
                int size = graph.shape(name).size();
                lines.add(line(name, "v_threshold", neuron.firing().threshold(), size));
              }
            });
    return lines;
  }

  private static String line(String node, String field, Tensor values, int size) {
    return IntStream.range(0, size)
        .mapToObj(i -> Float.toHexString(values.get(i)))
        .collect(Collectors.joining(" ", node + "\t" + field + "\t", ""));
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
