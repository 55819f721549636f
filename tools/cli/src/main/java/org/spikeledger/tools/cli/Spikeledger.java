package org.spikeledger.tools.cli;

import org.spikeledger.tools.cli.command.Version;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command: it only names the others. */
@Command(
    name = "spikeledger",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description =
        "A deterministic, event-driven simulator of spiking neural networks that keeps exact"
            + " books.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "",
      "Example: spikeledger demo",
      "",
      "NETWORK is a .nir file or zoo:NAME; DATASET is fashion-mnist (bundled test images), or",
      "files of a kind: idx:DIR, cifar10:DIR, cifar100:DIR, images:DIR, npy:FILE, events:FILE.",
      "To train a network: spikeledger train --help; to measure speed: spikeledger bench --help",
      "(each has a class path of its own).",
      "Exit codes: 0 done, 1 the answer is no, 2 bad input or usage, 3 a bug of ours."
    })
final class Spikeledger implements Runnable {

  @Spec private CommandSpec spec;

  @Override
  public void run() {
    CommandLine line = spec.commandLine();
    throw new ParameterException(line, "a command is needed; spikeledger --help lists them");
  }
}
