package org.spikeledger.training.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * One libtorch archive: a position in the run, named tensors, the optimiser. Written beside its
 * place and then moved there, so that a kill leaves the earlier one whole.
 */
public final class CheckpointFile {
  private static final String POSITION = "position";
  private static final String NETWORK = "network";
  private static final String OPTIMISER = "optimiser";

  private final Path file;

  /** A checkpoint at a place; nothing is read or written yet. */
  public CheckpointFile(Path file) {
    this.file = file;
  }

  /** Whether there is one. */
  public boolean exists() {
    return Files.exists(file);
  }

  /** Replaces the file. */
  public void write(Position position, Map<String, Tensor> tensors, Optimizer optimiser) {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try (PointerScope _ = new PointerScope()) {
      OutputArchive archive = new OutputArchive();
      archive.write(POSITION, torch.tensor(position.stage(), position.epochsDone()));
      OutputArchive network = new OutputArchive(archive.compilation_unit());
      tensors.forEach((name, tensor) -> network.write(name, tensor.detach()));
      archive.write(NETWORK, network);
      OutputArchive optimiserArchive = new OutputArchive(archive.compilation_unit());
      optimiser.save(optimiserArchive);
      archive.write(OPTIMISER, optimiserArchive);
      archive.save_to(temporary.toString());
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInputException("a checkpoint can be written: " + file, e);
    }
  }

  /** Where the run stood. */
  public Position position() {
    try (PointerScope _ = new PointerScope()) {
      Tensor position = new Tensor();
      load().read(POSITION, position);
      return new Position(position.select(0, 0).item_int(), position.select(0, 1).item_int());
    }
  }

  /** Fills tensors of the same names and shapes. */
  public void readNetwork(Map<String, Tensor> tensors) {
    try (PointerScope _ = new PointerScope()) {
      InputArchive network = new InputArchive();
      load().read(NETWORK, network);
      tensors.forEach((name, tensor) -> fill(tensor, network, name));
    }
  }

  /** Fills an optimiser of the same parameters. */
  public void readOptimiser(Optimizer optimiser) {
    try (PointerScope _ = new PointerScope()) {
      InputArchive archive = new InputArchive();
      load().read(OPTIMISER, archive);
      optimiser.load(archive);
    }
  }

  private void fill(Tensor tensor, InputArchive network, String name) {
    Tensor stored = new Tensor();
    network.read(name, stored);
    if (stored.numel() != tensor.numel()) {
      throw new BadInputException(
          "a checkpoint fits the configured network: "
              + name
              + " values="
              + stored.numel()
              + ", expected="
              + tensor.numel()
              + ", "
              + file);
    }
    FloatTensors.withoutGradient(() -> tensor.detach().copy_(stored));
  }

  private InputArchive load() {
    InputArchive archive = new InputArchive();
    archive.load_from(file.toString());
    return archive;
  }
}
