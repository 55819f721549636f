package org.spikeledger.training.checkpoint;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.Tensor;
import org.spikeledger.models.BadInputException;

/**
 * The last two checkpoints of a run: {@code checkpoint.pt} and {@code checkpoint.previous.pt}. The
 * earlier one serves where the later one is damaged.
 */
public final class Checkpoints {
  private final CheckpointFile latest;
  private final CheckpointFile previous;

  /** The checkpoints in a run's folder. */
  public Checkpoints(Path folder) {
    latest = new CheckpointFile(folder.resolve("checkpoint.pt"));
    previous = new CheckpointFile(folder.resolve("checkpoint.previous.pt"));
  }

  /** Whether a folder has a checkpoint, whole or not. */
  public static boolean areIn(Path folder) {
    Checkpoints checkpoints = new Checkpoints(folder);
    return checkpoints.latest.exists() || checkpoints.previous.exists();
  }

  /**
   * The later one of those that are whole; empty where there is none at all. A damaged one is put
   * aside, so that it never takes the earlier one's place.
   *
   * @param notice told of a damaged one that is passed over
   * @throws BadInputException where there are some, and none is whole
   */
  public Optional<CheckpointFile> newest(Consumer<String> notice) {
    if (!latest.exists()) {
      return Optional.of(previous).filter(CheckpointFile::exists);
    }
    try {
      latest.position();
      return Optional.of(latest);
    } catch (BadInputException damaged) {
      if (!previous.exists()) {
        throw damaged;
      }
      notice.accept(damaged.getMessage() + "; going on from " + previous);
      latest.moveTo(latest.beside(".damaged"));
      return Optional.of(previous);
    }
  }

  /**
   * Writes one; the latest becomes the previous one.
   *
   * @throws BadInputException where it cannot be written; the latest then stays what it was
   */
  public void write(Position position, Map<String, Tensor> tensors, Optimizer optimiser) {
    CheckpointFile next = latest.beside(".next");
    next.write(position, tensors, optimiser);
    if (latest.exists()) {
      latest.moveTo(previous);
    }
    next.moveTo(latest);
  }
}
