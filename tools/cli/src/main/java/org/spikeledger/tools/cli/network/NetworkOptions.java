package org.spikeledger.tools.cli.network;

import java.util.List;
import java.util.function.Consumer;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.nir.ImportOptions;
import org.spikeledger.simulator.count.SharedConnections;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a network is read. */
public final class NetworkOptions {

  @Mixin private ImportChoices choices;

  @Option(
      names = "--strict",
      description = "Treat every warning about how the network was read as an error.")
  private boolean strict;

  /** For picocli, which fills the options. */
  public NetworkOptions() {}

  /**
   * Reads a network.
   *
   * @param warnings receives what the user should know of the reading
   * @throws BadInputException with the first warning, where none is taken
   */
  public LoadedNetwork load(String argument, Consumer<String> warnings) {
    LoadedNetwork network = LoadedNetwork.of(argument, importOptions());
    List<String> all = network.warnings();
    if (strict && !all.isEmpty()) {
      throw new BadInputException(
          "with --strict a warning is an error: %s warnings=%d file=%s"
              .formatted(all.getFirst(), all.size(), network.file()));
    }
    all.forEach(warnings);
    SharedConnections.of(network.graph())
        .forEach(
            name ->
                warnings.accept(
                    "everyEvent and lemaire leave out what a connection does to all but the first"
                        + " population that it feeds: node="
                        + name));
    return network;
  }

  /** Whether a warning of the reading counts as an error. */
  public boolean isStrict() {
    return strict;
  }

  /** What decides that which a file leaves open. */
  public ImportOptions importOptions() {
    return choices.options();
  }
}
