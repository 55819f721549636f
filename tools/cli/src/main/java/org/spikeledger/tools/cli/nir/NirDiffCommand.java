package org.spikeledger.tools.cli.nir;

import org.spikeledger.models.nir.RawNetwork;
import org.spikeledger.models.nir.diff.NetworkDifference;
import org.spikeledger.models.nir.diff.NirDiffer;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nir diff}: two networks, node by node. */
@Command(
    name = "diff",
    description =
        "Compare two networks as they stand in their files, node by node: structure, texts, and how"
            + " far their numbers lie apart. Exit code 1 where they differ.",
    footer = {"", "Example: spikeledger nir diff before.nir after.nir --tolerance 1e-6"})
final class NirDiffCommand extends AnsweringCommand {

  @Parameters(index = "0", paramLabel = "FIRST", description = "A .nir file or zoo:NAME.")
  private String first;

  @Parameters(index = "1", paramLabel = "SECOND", description = "A .nir file or zoo:NAME.")
  private String second;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "0",
      description =
          "The largest absolute difference of numbers that count as the same. Default:"
              + " ${DEFAULT-VALUE}.")
  private double tolerance;

  @Option(names = "--without-metadata", description = "Leave metadata out.")
  private boolean withoutMetadata;

  @Override
  protected Answer answer() {
    NetworkDifference difference =
        new NirDiffer(tolerance, !withoutMetadata)
            .compare(
                RawNetwork.read(LoadedNetwork.file(first)),
                RawNetwork.read(LoadedNetwork.file(second)));
    return Answer.of(
        difference.isSame(),
        DiffJson.of(first, second, difference),
        DiffText.of(first, second, difference));
  }
}
