package org.spikeledger.training.checkpoint;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.bytedeco.pytorch.Optimizer;
import org.bytedeco.pytorch.SGD;
import org.bytedeco.pytorch.SGDOptions;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.training.libtorch.FloatTensors;
import org.spikeledger.training.libtorch.WithLibtorch;

@WithLibtorch
class CheckpointsTest {
  private static final String DIGEST = "ab".repeat(32);

  @TempDir private Path folder;
  private final List<String> notices = new ArrayList<>();

  private void write(Checkpoints checkpoints, int epochsDone) {
    Tensor weight = FloatTensors.parameter(FloatTensors.of(new float[] {epochsDone, 2, 3}, 3));
    Optimizer optimiser = new SGD(new TensorVector(weight), new SGDOptions(0.1));
    checkpoints.write(new Position(0, epochsDone, DIGEST), Map.of("weight", weight), optimiser);
  }

  private static float[] weights(CheckpointFile file) {
    Tensor weight = FloatTensors.of(new float[3], 3);
    file.readNetwork(Map.of("weight", weight));
    return FloatTensors.values(weight);
  }

  private CheckpointFile newest() {
    return new Checkpoints(folder).newest(notices::add).orElseThrow();
  }

  @Test
  void theLatestIsReadAsItWasWrittenAndTheOneBeforeIsKept() {
    Checkpoints checkpoints = new Checkpoints(folder);
    assertTrue(checkpoints.newest(notices::add).isEmpty());
    write(checkpoints, 1);
    write(checkpoints, 2);
    write(checkpoints, 3);
    assertEquals(new Position(0, 3, DIGEST), newest().position());
    assertArrayEquals(new float[] {3, 2, 3}, weights(newest()));
    CheckpointFile previous = new CheckpointFile(folder.resolve("checkpoint.previous.pt"));
    assertEquals(2, previous.position().epochsDone());
    assertTrue(notices.isEmpty(), notices.toString());
  }

  @Test
  void aCheckpointWithAnyByteChangedOrCutIsPassedOverForTheOneBefore() throws IOException {
    Path latest = folder.resolve("checkpoint.pt");
    Checkpoints checkpoints = new Checkpoints(folder);
    write(checkpoints, 1);
    byte[] first = Files.readAllBytes(latest);
    write(checkpoints, 2);
    byte[] second = Files.readAllBytes(latest);
    long seed = 5;
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = 0; i < 20; i++) {
      int at = random.nextInt(second.length);
      byte[] damaged = second.clone();
      damaged[at] ^= (byte) (1 << random.nextInt(8));
      boolean cut = i % 2 == 0;
      Files.write(latest, cut ? Arrays.copyOf(second, at) : damaged);
      Files.write(folder.resolve("checkpoint.previous.pt"), first);
      // Bytes of the mark itself make it a file without a checksum, which is still whole.
      boolean inMark = !cut && at >= second.length - 40 && at < second.length - 32;
      int expected = inMark ? 2 : 1;
      String message = "seed=%d at=%d cut=%b".formatted(seed, at, cut);
      assertEquals(expected, newest().position().epochsDone(), message);
      assertEquals(!inMark, Files.notExists(latest), message);
    }
    assertEquals(1, notices.getFirst().lines().count(), notices.getFirst());
  }

  @Test
  void twoDamagedCheckpointsAreRefusedInOneLine() throws IOException {
    Files.writeString(folder.resolve("checkpoint.pt"), "no archive");
    BadInputException refused = assertThrows(BadInputException.class, this::newest);
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    assertTrue(refused.getMessage().contains("checkpoint.pt"), refused.getMessage());
  }

  @Test
  void aFullDiskLeavesTheEarlierCheckpointsAndNothingHalfWritten() throws IOException {
    Path full = Path.of("/dev/full");
    assumeTrue(Files.exists(full), "a device that is always full");
    Checkpoints checkpoints = new Checkpoints(folder);
    write(checkpoints, 1);
    Path part = folder.resolve("checkpoint.pt.next.part");
    Files.createSymbolicLink(part, full);
    BadInputException refused = assertThrows(BadInputException.class, () -> write(checkpoints, 2));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    assertTrue(refused.getMessage().contains("No space left"), refused.getMessage());
    assertEquals(1, newest().position().epochsDone());
    assertFalse(Files.exists(part));
  }
}
