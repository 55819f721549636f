package org.spikeledger.tools.cli.nir;

import java.nio.file.Path;
import java.util.Optional;
import org.spikeledger.models.graph.ValueKind;
import org.spikeledger.models.nir.check.NetworkCheck;
import org.spikeledger.models.nir.check.NirChecker;
import org.spikeledger.models.nir.check.Severity;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.NetworkOptions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nir check}: all that is wrong with a network, and what our engine makes of it. */
@Command(
    name = "check",
    description =
        "Check a network: structure, shapes, edges without ends, nodes out of reach, cycles,"
            + " numbers out of range, what a file leaves open, and what our engine does with each"
            + " node. Exit code 1 where an error is found, with --strict also where a warning is.",
    footer = {"", "Example: spikeledger nir check network.nir --profile norse"})
final class NirCheckCommand extends AnsweringCommand {

  @Parameters(paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Option(
      names = "--input",
      paramLabel = "KIND",
      description =
          "What the network will receive: binary (spikes), graded (events with values) or analog"
              + " (currents, images). Default: analog where the file states a normalisation, else"
              + " binary.")
  private ValueKind input;

  @Mixin private NetworkOptions options;

  @Override
  protected Answer answer() {
    Path file = LoadedNetwork.file(network);
    NetworkCheck check =
        NirChecker.check(file, options.importOptions(), Optional.ofNullable(input));
    boolean yes = check.isBelow(options.isStrict() ? Severity.WARNING : Severity.ERROR);
    return Answer.of(yes, CheckJson.of(network, yes, check), CheckText.of(network, check));
  }
}
