package org.spikeledger.training.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.InputArchive;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.OutputArchive;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.global.torch;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.libtorch.FloatTensors;

/**
 * One libtorch archive with its checksum: a position in the run, named tensors, the optimiser.
 * Written beside its place and then moved there, so that a kill or a full disk leaves the earlier
 * one whole.
 */
public final class CheckpointFile {
  private static final String POSITION = "position";
  private static final String CONFIGURATION = "configuration";
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

  /**
   * Replaces the file.
   *
   * @throws BadInputException where it cannot be written, such as on a full disk; the earlier file
   *     stays
   */
  public void write(Position position, Map<String, Tensor> tensors, Optimizer optimiser) {
    try (PointerScope _ = new PointerScope()) {
      OutputArchive archive = archive(position, tensors, optimiser);
      ChecksummedFile.write(file, stream -> ArchiveStream.save(archive, stream));
    } catch (IOException e) {
      throw new BadInputException(
          "a checkpoint can be written: file=%s cause=%s".formatted(file, e.getMessage()), e);
    }
  }

  private static OutputArchive archive(
      Position position, Map<String, Tensor> tensors, Optimizer optimiser) {
    OutputArchive archive = new OutputArchive();
    archive.write(POSITION, torch.tensor(position.stage(), position.epochsDone()));
    archive.write(
        CONFIGURATION, torch.tensor(HexFormat.of().parseHex(position.configurationDigest())));
    OutputArchive network = new OutputArchive(archive.compilation_unit());
    tensors.forEach((name, tensor) -> network.write(name, tensor.detach()));
    archive.write(NETWORK, network);
    OutputArchive optimiserArchive = new OutputArchive(archive.compilation_unit());
    optimiser.save(optimiserArchive);
    archive.write(OPTIMISER, optimiserArchive);
    return archive;
  }

  /** A checkpoint in the same folder, with an ending after this one's name. */
  CheckpointFile beside(String ending) {
    return new CheckpointFile(file.resolveSibling(file.getFileName() + ending));
  }

  /** Moves the file to another place, replacing what is there. */
  void moveTo(CheckpointFile place) {
    try {
      Files.move(
          file, place.file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new BadInputException("a checkpoint can be moved: file=" + file, e);
    }
  }

  /**
   * Where the run stood.
   *
   * @throws BadInputException where the file is damaged
   */
  public Position position() {
    return read(
        archive -> {
          Tensor position = new Tensor();
          archive.read(POSITION, position);
          Tensor digest = new Tensor();
          archive.read(CONFIGURATION, digest);
          return new Position(
              position.select(0, 0).item_int(),
              position.select(0, 1).item_int(),
              hexadecimal(digest));
        });
  }

  /**
   * Fills tensors of the same names and shapes.
   *
   * @throws BadInputException where the file is damaged or of another network
   */
  public void readNetwork(Map<String, Tensor> tensors) {
    read(
        archive -> {
          InputArchive network = new InputArchive();
          archive.read(NETWORK, network);
          tensors.forEach((name, tensor) -> fill(tensor, network, name));
          return tensors;
        });
  }

  /**
   * Fills an optimiser of the same parameters.
   *
   * @throws BadInputException where the file is damaged
   */
  public void readOptimiser(Optimizer optimiser) {
    read(
        archive -> {
          InputArchive stored = new InputArchive();
          archive.read(OPTIMISER, stored);
          optimiser.load(stored);
          return optimiser;
        });
  }

  private void fill(Tensor tensor, InputArchive network, String name) {
    Tensor stored = new Tensor();
    network.read(name, stored);
    if (stored.numel() != tensor.numel()) {
      throw new BadInputException(
          "a checkpoint fits the configured network: %s values=%d, expected=%d file=%s"
              .formatted(name, stored.numel(), tensor.numel(), file));
    }
    FloatTensors.withoutGradient(() -> tensor.detach().copy_(stored));
  }

  private static String hexadecimal(Tensor bytes) {
    byte[] values = new byte[Math.toIntExact(bytes.numel())];
    bytes.data_ptr_char().get(values);
    return HexFormat.of().formatHex(values);
  }

  private <T> T read(Function<InputArchive, T> reading) {
    try (PointerScope _ = new PointerScope()) {
      ByteBuffer content = ChecksummedFile.read(file);
      InputArchive archive = new InputArchive();
      archive.load_from(new BytePointer(content), content.capacity());
      return reading.apply(archive);
    } catch (BadInputException refused) {
      throw refused;
    } catch (IOException e) {
      throw new BadInputException(
          "a checkpoint is readable: file=%s cause=%s"
              .formatted(file, e.getClass().getSimpleName()),
          e);
    } catch (RuntimeException damaged) {
      throw new BadInputException(
          "a checkpoint is a whole archive of a run: file=" + file, damaged);
    }
  }

  @Override
  public String toString() {
    return file.toString();
  }
}
