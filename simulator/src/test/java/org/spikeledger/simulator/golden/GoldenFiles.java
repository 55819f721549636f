package org.spikeledger.simulator.golden;

import java.io.IOException;
import java.nio.file.Path;
import org.spikeledger.models.nir.NirWriter;

/** Writes the .nir files of the golden cases again, from the networks that their JSON describes. */
final class GoldenFiles {

  private GoldenFiles() {}

  /**
   * Writes a .nir file beside each case.
   *
   * @param arguments the folder of the cases
   */
  public static void main(String[] arguments) throws IOException {
    for (GoldenCase golden : GoldenCase.in(Path.of(arguments[0]))) {
      NirWriter.write(GoldenNetwork.of(golden.content().get("network")), golden.networkFile());
    }
  }
}
