package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Files of the NIR repository, outside this project: a test that needs one skips without it. */
final class PublicNirFiles {

  private PublicNirFiles() {}

  static Path file(String name) {
    String folder = System.getProperty("spikeledger.data.nir", "");
    assumeTrue(!folder.isEmpty(), "spikeledger.data.nir names no folder of public NIR files");
    Path file = Path.of(folder, name);
    assumeTrue(Files.exists(file), "there is no " + file);
    return file;
  }
}
