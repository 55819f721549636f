package org.spikeledger.models.nir;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.DatasetCreationOptions;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

/** Files that are not what they say: one line, quickly, and never anything else. */
class HostileNirTest {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void aFileThatDoesNotExistIsRefused() {
    Path missing = folder.resolve("missing.nir");
    assertEquals("the file does not exist: file=" + missing, refusal(missing));
  }

  @Test
  void aFolderIsRefused() {
    assertEquals("a network is read from a regular file: file=" + folder, refusal(folder));
  }

  @Test
  void aFileThatIsNotHdf5IsRefused() throws IOException {
    for (String content : new String[] {"", "x", "not an HDF5 file".repeat(100)}) {
      Path file = Files.writeString(folder.resolve("text.nir"), content);
      assertEquals("a NIR file is an HDF5 file, and this is not one: file=" + file, refusal(file));
    }
  }

  @Test
  void anHdf5FileWithoutANetworkIsRefused() {
    Path file = folder.resolve("other.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("temperature", new double[] {20});
    }
    assertEquals("a member is missing: member=/node file=" + file, refusal(file));
  }

  @Test
  void aGroupInPlaceOfADatasetIsRefused() {
    Path file = folder.resolve("group.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      WritableGroup network = hdf.putGroup("node");
      network.putGroup("type");
    }
    assertEquals("a dataset is expected: member=/node/type file=" + file, refusal(file));
  }

  @Test
  void aFileCutShortIsRefusedWhereverItIsCut() throws Exception {
    for (byte[] whole : samples()) {
      for (int cut = 1; cut <= 60; cut++) {
        int length = (int) ((long) (whole.length - 1) * cut / 60);
        Path file = Files.write(folder.resolve("cut.nir"), Arrays.copyOf(whole, length));
        assertTrue(outcome(file, "cut at " + length).startsWith("refused"), "cut at " + length);
      }
    }
  }

  @Test
  void mutatedFilesAreRefusedInOneLineOrAreNetworks() throws Exception {
    long seed = 20_260_101;
    for (byte[] original : samples()) {
      for (int i = 0; i < 200; i++) {
        byte[] mutated = mutate(original, new Random(seed + i));
        Path file = Files.write(folder.resolve("mutated.nir"), mutated);
        outcome(file, "seed=" + (seed + i) + " bytes=" + original.length);
      }
    }
  }

  @Test
  void aSizeThatLiesIsRefusedBeforeAnythingIsAllocated() throws Exception {
    byte[] original = Files.readAllBytes(HdfLayoutsTest.layouts());
    byte[] extents = new byte[16];
    ByteBuffer.wrap(extents).order(ByteOrder.LITTLE_ENDIAN).putLong(2).putLong(75);
    int at = indexOf(original, extents);
    for (long lie : new long[] {1L << 40, Long.MAX_VALUE, -1}) {
      assertTrue(lyingRefusal(original, at, lie).startsWith("a dataset holds at most"));
    }
    assertTrue(
        lyingRefusal(original, at, 1 << 20)
            .startsWith("a dataset without compression is not larger than its file"));
    assertTrue(lyingRefusal(original, at, 3).contains("node=10"));
  }

  private String lyingRefusal(byte[] original, int at, long lie) throws IOException {
    byte[] lying = original.clone();
    ByteBuffer.wrap(lying).order(ByteOrder.LITTLE_ENDIAN).putLong(at, lie);
    return refusal(Files.write(folder.resolve("lying.nir"), lying));
  }

  @Test
  void aChunkThatInflatesBeyondItsSizeIsRefused() throws Exception {
    // An extent whose bytes stand nowhere else in the file.
    int extent = 0x01e241;
    Path file = folder.resolve("bomb.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset(
          "weight",
          SampleNetworks.random(new Random(1), Shape.of(extent)).toArray(),
          DatasetCreationOptions.builder().deflate(1).build());
    }
    assertEquals(extent, HdfSource.open(file).root().dataset("weight").numbers().size());

    byte[] bomb = Files.readAllBytes(file);
    replaceEverywhere(bomb, new byte[] {0x41, (byte) 0xe2, 0x01}, new byte[] {16, 0, 0});
    repairChecksums(bomb);
    Files.write(file, bomb);
    HdfDataset lying = HdfSource.open(file).root().dataset("weight");
    BadInputException refused = assertThrows(BadInputException.class, lying::numbers);
    assertEquals(
        "a chunk unpacks to at most its size: bytes=64 dataset=/weight", refused.getMessage());
  }

  @Test
  void namesWithControlCharactersStayOnOneLine() {
    Path file =
        NirFileMaker.convolution()
            .node("two\nlines\u2028three", "Unknown\r\n")
            .write(folder.resolve("names.nir"));
    assertEquals(
        "the node type is not supported yet: type=Unknown?? node=two?lines?three file=" + file,
        refusal(file));
  }

  private String refusal(Path file) {
    BadInputException refused =
        assertTimeoutPreemptively(
            PATIENCE,
            () ->
                assertThrows(
                    BadInputException.class, () -> NirReader.read(file, ImportOptions.DEFAULT)));
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
    return refused.getMessage();
  }

  private static String outcome(Path file, String what) {
    return assertTimeoutPreemptively(
        PATIENCE,
        () -> {
          try {
            NirReader.read(file, ImportOptions.DEFAULT);
            return "a network";
          } catch (BadInputException refused) {
            assertEquals(1, refused.getMessage().lines().count(), what);
            assertTrue(refused.getMessage().endsWith("file=" + file), what);
            return "refused: " + refused.getMessage();
          } catch (Throwable other) {
            return fail(what, other);
          }
        },
        what);
  }

  private byte[][] samples() throws Exception {
    Path written = folder.resolve("written.nir");
    NirWriter.write(SampleNetworks.small(), written);
    return new byte[][] {Files.readAllBytes(HdfLayoutsTest.layouts()), Files.readAllBytes(written)};
  }

  /** One to four changes: bits, bytes, runs of zeros or ones, copies from elsewhere, addresses. */
  private static byte[] mutate(byte[] original, Random random) {
    byte[] bytes = original.clone();
    for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
      int at = random.nextInt(bytes.length);
      int end = Math.min(bytes.length, at + 1 + random.nextInt(64));
      switch (random.nextInt(6)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xff);
        case 3 -> Arrays.fill(bytes, at, end, (byte) 0);
        case 4 -> {
          int from = random.nextInt(bytes.length - (end - at));
          System.arraycopy(original, from, bytes, at, end - at);
        }
        default ->
            ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(Math.min(at & ~7, bytes.length - 8), random.nextInt(bytes.length) & ~7);
      }
    }
    return bytes;
  }

  private static int indexOf(byte[] bytes, byte[] part) {
    String whole = new String(bytes, StandardCharsets.ISO_8859_1);
    return whole.indexOf(new String(part, StandardCharsets.ISO_8859_1));
  }

  private static void replaceEverywhere(byte[] bytes, byte[] part, byte[] replacement) {
    for (int at = indexOf(bytes, part); at >= 0; at = indexOf(bytes, part)) {
      System.arraycopy(replacement, 0, bytes, at, replacement.length);
    }
  }

  /** Object headers ("OHDR", version, flags, a size of four bytes) end with a checksum. */
  private static void repairChecksums(byte[] bytes) {
    byte[] signature = "OHDR".getBytes(StandardCharsets.US_ASCII);
    for (int at = 0; at + 10 < bytes.length; at++) {
      if (Arrays.equals(bytes, at, at + 4, signature, 0, 4)) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int length = 10 + buffer.getInt(at + 6);
        ByteBuffer header = ByteBuffer.wrap(bytes, at, length).slice();
        int checksum = io.jhdf.checksum.JenkinsLookup3HashLittle.hash(header);
        buffer.putInt(at + length, checksum);
      }
    }
  }
}
