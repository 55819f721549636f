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
import io.jhdf.api.dataset.ContiguousDataset;
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
  void aSizeThatLiesIsRefusedBeforeAnythingIsAllocated() throws Exception {
    byte[] original = Files.readAllBytes(HdfLayoutsTest.layouts());
    byte[] extents = new byte[16];
    ByteBuffer.wrap(extents).order(ByteOrder.LITTLE_ENDIAN).putLong(2).putLong(75);
    int at = indexOf(original, extents);
    for (long lie : new long[] {1L << 40, Long.MAX_VALUE, -1}) {
      assertTrue(lyingRefusal(original, at, lie).startsWith("a dataset holds at most"));
    }
    assertTrue(
        lyingRefusal(original, at, 1 << 17)
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
  void aChunkThatNeedsADictionaryIsRefusedInsteadOfAwaitedForever() throws Exception {
    Path file = folder.resolve("dictionary.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset(
          "weight",
          SampleNetworks.random(new Random(1), Shape.of(123_457)).toArray(),
          DatasetCreationOptions.builder().deflate(1).build());
    }
    byte[] bytes = Files.readAllBytes(file);
    // The header of a zlib stream of level 1, then the same with the flag of a dictionary.
    replaceEverywhere(bytes, new byte[] {0x78, 0x01}, new byte[] {0x78, 0x20});
    Files.write(file, bytes);
    HdfDataset hostile = HdfSource.open(file).root().dataset("weight");
    BadInputException refused =
        assertTimeoutPreemptively(
            PATIENCE, () -> assertThrows(BadInputException.class, hostile::numbers));
    assertEquals(
        "a chunk ends after its data, and needs no dictionary: dataset=/weight",
        refused.getMessage());
  }

  @Test
  void aLargeDatasetThatWasNeverWrittenIsRefused() throws Exception {
    Path file = folder.resolve("unwritten.nir");
    try (WritableHdfFile hdf = HdfFile.write(file)) {
      hdf.putDataset("weight", new float[1024][1024]);
    }
    byte[] bytes = Files.readAllBytes(file);
    long address;
    try (HdfFile hdf = new HdfFile(file)) {
      address = ((ContiguousDataset) hdf.getDatasetByPath("weight")).getDataAddress();
    }
    replaceEverywhere(bytes, littleEndian(address), littleEndian(-1));
    repairChecksums(bytes);
    Files.write(file, bytes);
    HdfDataset unwritten = HdfSource.open(file).root().dataset("weight");
    String refused = assertThrows(BadInputException.class, unwritten::tensor).getMessage();
    assertTrue(refused.startsWith("a dataset's values were written and lie in the file"), refused);
    assertTrue(refused.endsWith("dataset=/weight"), refused);
  }

  @Test
  void aFileThatUnpacksToFarMoreThanItsSizeIsRefused() throws Exception {
    Path file = HdfLayoutsTest.layouts();
    HdfSource source = HdfSource.open(file);
    source.unpack(1L << 28, "dataset=large");
    assertEquals(
        "all datasets of a file of %d bytes hold at most 268435456 bytes together:"
                .formatted(Files.size(file))
            + " bytes=268435457 dataset=more",
        assertThrows(BadInputException.class, () -> source.unpack(1, "dataset=more")).getMessage());
  }

  @Test
  void aNetworkOfAbsurdExtentsIsRefused() {
    Path file =
        NirFileMaker.integrateAndFire(1f)
            .set("input", "shape", new long[] {1, 30_000, 30_000})
            .set("neuron", "v_threshold", 1f)
            .write(folder.resolve("absurd.nir"));
    assertEquals(
        "all nodes of a network send at most 67108864 values in a timestep: values=900000000"
            + " shape=(1, 30000, 30000) node=input file="
            + file,
        refusal(file));
  }

  @Test
  void aTreeWhoseBranchesMeetAgainIsRefusedInsteadOfWalkedForever() throws Exception {
    byte[] original = Files.readAllBytes(HdfLayoutsTest.layouts());
    byte[] leafAndLevel = {'T', 'R', 'E', 'E', 0, 0};
    int leaf = indexOf(original, leafAndLevel);
    int levels = 40;
    int node = 128;
    ByteBuffer tree = ByteBuffer.allocate(levels * node).order(ByteOrder.LITTLE_ENDIAN);
    for (int level = 1; level <= levels; level++) {
      long child = level == levels ? leaf : original.length + level * (long) node;
      tree.position((level - 1) * node);
      tree.put(leafAndLevel, 0, 5).put((byte) 1).putShort((short) 2);
      tree.putLong(-1).putLong(-1).putLong(0).putLong(child).putLong(0).putLong(child).putLong(0);
    }
    byte[] hostile = Arrays.copyOf(original, original.length + tree.capacity());
    System.arraycopy(tree.array(), 0, hostile, original.length, tree.capacity());
    replaceEverywhere(hostile, littleEndian(leaf), littleEndian(original.length));
    // The last of the new nodes is the only one that may point at the leaf.
    ByteBuffer end = ByteBuffer.wrap(hostile).order(ByteOrder.LITTLE_ENDIAN);
    int last = original.length + (levels - 1) * node;
    end.putLong(last + 32, leaf).putLong(last + 48, leaf);
    String refused = refusal(Files.write(folder.resolve("tree.nir"), hostile));
    assertTrue(refused.contains("structures do not point at one another"), refused);
  }

  private static byte[] littleEndian(long value) {
    return ByteBuffer.allocate(8).order(ByteOrder.LITTLE_ENDIAN).putLong(value).array();
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
