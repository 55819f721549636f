package org.spikeledger.tools.train;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Files;
import java.nio.file.Path;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.checkpoint.Checkpoints;
import org.spikeledger.training.checkpoint.RunFolder;
import org.spikeledger.training.config.StrictJson;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which configuration is run, with what it says replaced by the command line. */
final class RunOptions {
  @Parameters(
      paramLabel = "CONFIG",
      arity = "0..1",
      description =
          "A training configuration (JSON). With --resume it may be left out: the run's own is"
              + " taken.")
  private Path configurationFile;

  @Option(
      names = "--data",
      paramLabel = "DATASET",
      description = "Images instead of those of a vision configuration, such as cifar10:DIR.")
  private String data;

  @Option(
      names = "--output",
      paramLabel = "FOLDER",
      description = "Folder for what the run writes, instead of the configuration's.")
  private Path output;

  @Option(
      names = "--resume",
      paramLabel = "FOLDER",
      description =
          "Go on with the run in this folder, from its last checkpoint; without one it is refused.")
  private Path resumed;

  /**
   * The object in the configuration's file.
   *
   * @throws BadInputException where there is none, or options do not go together
   */
  ObjectNode read() {
    if (resumed != null && output != null) {
      throw new BadInputException(
          "a run that is resumed writes to its own folder: use one of --resume and --output");
    }
    ObjectNode read = StrictJson.read(file());
    if (resumed != null && !Checkpoints.areIn(resumed)) {
      throw new BadInputException("a run that is resumed has a checkpoint: folder=" + resumed);
    }
    Path folder = resumed != null ? resumed : output;
    if (folder != null) {
      read.put("output", folder.toString());
    }
    return read;
  }

  /** Images instead of those of the configuration; null for none. */
  String data() {
    return data;
  }

  /** The configuration's file. */
  Path file() {
    if (configurationFile != null) {
      return configurationFile;
    }
    if (resumed == null) {
      throw new BadInputException("a training needs CONFIG, --resume FOLDER or --draw FOLDER");
    }
    Path own = resumed.resolve(RunFolder.CONFIGURATION);
    if (Files.notExists(own)) {
      throw new BadInputException(
          "a run that is resumed without CONFIG has its own: missing=" + own);
    }
    return own;
  }
}
