package org.spikeledger.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.IntFunction;
import org.spikeledger.models.BadInputException;

/** The output folder of a training: its checkpoints, and what else lies there. */
public final class RunFolder {
  /** The metrics log, an epoch or a round a line. */
  public static final String METRICS = "metrics.jsonl";

  /** The configuration, as the run was last started with it. */
  public static final String CONFIGURATION = "configuration.json";

  private static final Position START = new Position(0, 0, "");

  private final Path folder;

  private RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder, which is made where there is none.
   *
   * @throws BadInputException where it cannot be made
   */
  public static RunFolder make(String output) {
    Path folder = Path.of(output);
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new BadInputException("the output folder can be made: output=" + folder, e);
    }
    return new RunFolder(folder);
  }

  /** The last network of a stage, in the output folder of a run that may have no folder yet. */
  public static CheckpointFile ofStage(String output, String stage) {
    return new CheckpointFile(Path.of(output).resolve(stage + ".pt"));
  }

  /** Where the metrics log stands. */
  public Path metrics() {
    return folder.resolve(METRICS);
  }

  /** Where the configuration stands. */
  public Path configuration() {
    return folder.resolve(CONFIGURATION);
  }

  /** The two checkpoints. */
  public Checkpoints checkpoints() {
    return new Checkpoints(folder);
  }

  /**
   * Where a run begins: at a checkpoint, or from nothing where there is none.
   *
   * @param stages of the run's configuration
   * @param digest of what a run in a stage has depended on so far, by the stage's index
   * @throws BadInputException where the checkpoint is of another configuration
   */
  public Position start(
      Optional<CheckpointFile> checkpoint, int stages, IntFunction<String> digest) {
    if (checkpoint.isEmpty()) {
      return START;
    }
    Position found = checkpoint.get().position();
    boolean fits =
        found.stage() >= 0
            && found.stage() < stages
            && found.configurationDigest().equals(digest.apply(found.stage()));
    if (!fits) {
      throw new BadInputException(
          "a run goes on with the configuration it was started with, but for later stages:"
              + " stage=%d done=%d output=%s".formatted(found.stage(), found.epochsDone(), folder));
    }
    return found;
  }
}
