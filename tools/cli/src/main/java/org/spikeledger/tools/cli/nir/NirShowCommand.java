package org.spikeledger.tools.cli.nir;

import java.nio.file.Path;
import org.spikeledger.tools.cli.command.Answer;
import org.spikeledger.tools.cli.command.AnsweringCommand;
import org.spikeledger.tools.cli.network.LoadedNetwork;
import org.spikeledger.tools.cli.network.NetworkOptions;
import org.spikeledger.tools.report.GraphPicture;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code nir show}: a network's nodes, shapes and parameters. */
@Command(
    name = "show",
    description = "Show a network's nodes, shapes, parameters and edges.",
    footer = {"", "Example: spikeledger nir show network.nir --profile norse"})
final class NirShowCommand extends AnsweringCommand {

  @Parameters(paramLabel = "NETWORK", description = "A .nir file or zoo:NAME.")
  private String network;

  @Option(
      names = "--picture",
      paramLabel = "FILE",
      description = "Also draw the network, as .svg or .html.")
  private Path picture;

  @Mixin private NetworkOptions options;

  @Override
  protected Answer answer() {
    LoadedNetwork loaded = options.load(network, this::warn);
    if (picture != null) {
      GraphPicture.write(picture, loaded.graph(), network);
      tell("picture written: file=" + picture);
    }
    NetworkDescription description = NetworkDescription.of(loaded);
    return Answer.done(description, NetworkText.of(description));
  }
}
