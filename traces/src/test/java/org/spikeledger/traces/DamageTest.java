package org.spikeledger.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.traces.replay.TraceReader;

class DamageTest {

  private static final int MAGIC = 8;
  private static final int FRAME = 12;
  private static final int TRIALS = Integer.getInteger("spikeledger.test.damages", 200) / 10;

  @TempDir Path folder;

  @Test
  void aFileCutAtAnyByteReadsUpToItsLastWholeInference() throws Exception {
    for (long seed = 0; seed < 10; seed++) {
      List<String> recorded = Traces.record(new RandomRun(seed), folder.resolve("whole"));
      byte[] whole = Files.readAllBytes(folder.resolve("whole"));
      List<Integer> ends = frameEnds(whole);
      Random random = new Random(seed);
      for (int trial = 0; trial < TRIALS; trial++) {
        int length = trial == 0 ? whole.length - 1 : random.nextInt(whole.length);
        String where = "seed=" + seed + " length=" + length;
        Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, length));
        if (length < ends.getFirst()) {
          assertRefused(cut, where);
        } else {
          assertEquals(recorded.subList(0, inferences(whole, length)), Traces.read(cut), where);
          try (TraceReader reader = TraceReader.open(cut)) {
            assertTrue(reader.footer().isEmpty(), where);
          }
        }
      }
    }
  }

  @Test
  void aChangedByteIsFoundAndNamed() throws Exception {
    for (long seed = 0; seed < 10; seed++) {
      List<String> recorded = Traces.record(new RandomRun(seed), folder.resolve("whole"));
      byte[] whole = Files.readAllBytes(folder.resolve("whole"));
      List<Integer> ends = frameEnds(whole);
      Random random = new Random(seed);
      for (int trial = 0; trial < TRIALS; trial++) {
        int position = random.nextInt(whole.length);
        String where = "seed=" + seed + " position=" + position;
        byte[] changed = whole.clone();
        changed[position] ^= (byte) (1 + random.nextInt(255));
        Path file = Files.write(folder.resolve("changed"), changed);
        List<String> found = new ArrayList<>();
        BadInputException refusal =
            assertThrows(BadInputException.class, () -> Traces.readInto(file, found), where);
        int frame = (int) ends.stream().filter(end -> end <= position).count();
        int offset = position < MAGIC ? 0 : frame == 0 ? MAGIC : ends.get(frame - 1);
        assertTrue(
            refusal.getMessage().endsWith("file=" + file + " offset=" + offset),
            where + " " + refusal.getMessage());
        assertEquals(recorded.subList(0, inferences(whole, offset)), found, where);
      }
    }
  }

  @Test
  void contentThatLiesUnderRightChecksumsIsRefusedInOneLine() throws Exception {
    for (long seed = 0; seed < 15; seed++) {
      Traces.record(new RandomRun(seed), folder.resolve("whole"));
      byte[] whole = Files.readAllBytes(folder.resolve("whole"));
      List<Integer> ends = frameEnds(whole);
      Random random = new Random(seed);
      for (int trial = 0; trial < 20; trial++) {
        byte[] lying = whole.clone();
        int position = MAGIC + random.nextInt(lying.length - MAGIC);
        lying[position] = (byte) (random.nextBoolean() ? 0xff : random.nextInt(256));
        repairChecksums(lying, ends);
        Path file = Files.write(folder.resolve("lying"), lying);
        try {
          Traces.read(file);
        } catch (BadInputException e) {
          assertEquals(1, e.getMessage().lines().count(), e.getMessage());
          assertTrue(
              e.getMessage().contains("file=" + file), "seed=" + seed + " " + e.getMessage());
        }
      }
    }
  }

  @Test
  void aFileThatIsNoTraceIsRefused() throws Exception {
    assertRefused(Files.write(folder.resolve("empty"), new byte[0]), "empty");
    assertRefused(Files.write(folder.resolve("zeros"), new byte[4096]), "zeros");
    assertRefused(folder, "a folder");
    assertRefused(folder.resolve("missing"), "missing");
  }

  @Test
  void bytesBehindTheFooterAreRefused() throws Exception {
    Path file = folder.resolve("whole");
    Traces.record(new RandomRun(3), file);
    byte[] whole = Files.readAllBytes(file);
    Files.write(file, Arrays.copyOf(whole, whole.length + 20));
    assertRefused(file, "20 bytes more");
  }

  private static void assertRefused(Path file, String where) {
    BadInputException refusal =
        assertThrows(BadInputException.class, () -> Traces.read(file), where);
    assertEquals(1, refusal.getMessage().lines().count(), refusal.getMessage());
  }

  /** Where each frame ends, the header's first. */
  private static List<Integer> frameEnds(byte[] whole) {
    ByteBuffer file = ByteBuffer.wrap(whole).order(ByteOrder.LITTLE_ENDIAN);
    List<Integer> ends = new ArrayList<>();
    for (int at = MAGIC; at < whole.length; at = ends.getLast()) {
      ends.add(at + FRAME + file.getInt(at));
    }
    return ends;
  }

  /** How many inference frames end at a length or before. */
  private static int inferences(byte[] whole, int length) {
    int inferences = 0;
    int start = MAGIC;
    for (int end : frameEnds(whole)) {
      inferences += end <= length && whole[start + FRAME + 2] == 2 ? 1 : 0;
      start = end;
    }
    return inferences;
  }

  private static void repairChecksums(byte[] bytes, List<Integer> ends) throws IOException {
    ByteBuffer file = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    int start = MAGIC;
    for (int end : ends) {
      CRC32C body = new CRC32C();
      body.update(bytes, start + FRAME, end - start - FRAME);
      file.putInt(start + 4, (int) body.getValue());
      ByteBuffer head = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
      head.putLong(start).putInt(file.getInt(start)).putInt(file.getInt(start + 4));
      CRC32C header = new CRC32C();
      header.update(head.array());
      file.putInt(start + 8, (int) header.getValue());
      start = end;
    }
  }
}
