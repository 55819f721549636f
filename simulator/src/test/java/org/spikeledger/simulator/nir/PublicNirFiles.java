package org.spikeledger.simulator.nir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Files of the NIR repository, outside this project: networks, and what other simulators made of
 * them. A test that needs one skips without it.
 */
final class PublicNirFiles {

  private PublicNirFiles() {}

  static Path file(String name) {
    String folder = System.getProperty("spikeledger.data.nir", "");
    assumeTrue(!folder.isEmpty(), "spikeledger.data.nir names no folder of public NIR files");
    Path file = Path.of(folder, name);
    assumeTrue(Files.exists(file), "there is no " + file);
    return file;
  }

  /** The rows of a trace: input, voltage, spike. */
  static List<double[]> trace(String name) throws IOException {
    return Files.readAllLines(file(name)).stream()
        .map(row -> Arrays.stream(row.split(",")).mapToDouble(Double::parseDouble).toArray())
        .toList();
  }
}
