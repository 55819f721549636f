package org.spikeledger.tools.cli.network;

import java.util.function.Consumer;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.models.nir.ImportProfile;
import picocli.CommandLine.Option;

/** How a network is read. */
public final class NetworkOptions {

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      defaultValue = "nir",
      description =
          "How to read what a NIR file leaves open: nir, snntorch, norse, sinabs, nengo,"
              + " spikingjelly, paper. Default: ${DEFAULT-VALUE}.")
  private String profile;

  /** For picocli, which fills the options. */
  public NetworkOptions() {}

  /**
   * Reads a network.
   *
   * @param warnings receives what the user should know of the reading
   */
  public LoadedNetwork load(String argument, Consumer<String> warnings) {
    LoadedNetwork network = LoadedNetwork.of(argument, importOptions());
    network.warnings().forEach(warnings);
    return network;
  }

  /** What decides that which a file leaves open. */
  public ImportOptions importOptions() {
    return ImportProfile.named(profile).options();
  }
}
