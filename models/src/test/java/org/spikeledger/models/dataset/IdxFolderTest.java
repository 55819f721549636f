package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class IdxFolderTest {

  private static final String IMAGES = "t10k-images-idx3-ubyte";
  private static final String LABELS = "t10k-labels-idx1-ubyte";
  private static final byte[] TWO_IMAGES = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, (byte) 255};

  @TempDir Path folder;

  @Test
  void imagesAndLabelsAreRead() throws IOException {
    write(IMAGES, idx(TWO_IMAGES, 2, 2, 3));
    write(LABELS, idx(new byte[] {4, 0}, 2));
    Dataset dataset = IdxFolder.open(folder, Split.TEST);
    assertEquals(2, dataset.size());
    assertEquals(Shape.of(1, 2, 3), dataset.imageShape());
    assertEquals(List.of("0", "1", "2", "3", "4"), dataset.classNames());
    assertEquals(4, dataset.label(0));
    byte[] image = new byte[6];
    dataset.image(1, image);
    assertArrayEquals(new byte[] {6, 7, 8, 9, 10, (byte) 255}, image);
    assertThrows(IndexOutOfBoundsException.class, () -> dataset.image(2, image));
  }

  @Test
  void compressedFilesHaveTheSameContent() throws IOException {
    write(IMAGES, idx(TWO_IMAGES, 2, 2, 3));
    write(LABELS, idx(new byte[] {4, 0}, 2));
    String plain = DatasetContent.sha256(IdxFolder.open(folder, Split.TEST));
    Files.delete(folder.resolve(IMAGES));
    write(IMAGES + ".gz", gzip(idx(TWO_IMAGES, 2, 2, 3)));
    assertEquals(plain, DatasetContent.sha256(IdxFolder.open(folder, Split.TEST)));
  }

  @Test
  void aFileCutShortIsRefusedWhereverItIsCut() throws IOException {
    write(LABELS, idx(new byte[] {4, 0}, 2));
    byte[] whole = idx(TWO_IMAGES, 2, 2, 3);
    for (int length = 0; length < whole.length; length++) {
      write(IMAGES, Arrays.copyOf(whole, length));
      refused("an IDX file ends before its data does");
    }
    Files.delete(folder.resolve(IMAGES));
    byte[] packed = gzip(whole);
    for (int length = 0; length < packed.length; length++) {
      write(IMAGES + ".gz", Arrays.copyOf(packed, length));
      refused("an IDX file ends before its data does");
    }
  }

  @Test
  void aDamagedCompressedFileIsRefused() throws IOException {
    write(LABELS, idx(new byte[] {4, 0}, 2));
    byte[] packed = gzip(idx(TWO_IMAGES, 2, 2, 3));
    packed[packed.length - 6] ^= 1;
    write(IMAGES + ".gz", packed);
    refused("the compressed file is damaged");
  }

  @Test
  void aFileThatGoesOnAfterItsDataIsRefused() throws IOException {
    write(LABELS, idx(new byte[] {4, 0}, 2));
    byte[] whole = idx(TWO_IMAGES, 2, 2, 3);
    write(IMAGES, Arrays.copyOf(whole, whole.length + 1));
    refused("an IDX file ends with its last value");
  }

  @Test
  void extentsThatLieAreRefusedBeforeAnythingIsAllocated() throws IOException {
    write(LABELS, idx(new byte[] {4, 0}, 2));
    for (int[] extents :
        new int[][] {
          {Integer.MAX_VALUE, Integer.MAX_VALUE, Integer.MAX_VALUE}, {-1, 2, 3}, {0, 2, 3}
        }) {
      write(IMAGES, idx(TWO_IMAGES, extents));
      refused("an IDX file holds 1 to 1073741824 values");
    }
    write(IMAGES, idx(TWO_IMAGES, 1 << 20, 2, 3));
    refused("an IDX file ends before its data does");
  }

  @Test
  void aFileOfAnotherKindIsRefused() throws IOException {
    write(LABELS, idx(new byte[] {4, 0}, 2));
    write(IMAGES, idx(new byte[] {4, 0}, 2));
    refused(
        "an IDX file of unsigned bytes in 3 dimensions starts with 0x00000803: start=0x00000801");
  }

  @Test
  void differentNumbersOfImagesAndLabelsAreRefused() throws IOException {
    write(IMAGES, idx(TWO_IMAGES, 2, 2, 3));
    write(LABELS, idx(new byte[] {4, 0, 1}, 3));
    refused("every image has a label: images=2 labels=3");
  }

  @Test
  void aMissingFileIsRefusedByName() {
    refused("the file does not exist: file=" + folder.resolve(IMAGES + ".gz"));
  }

  @Test
  void theFilesOfFashionMnistHaveTheContentOfTheBundledSet() {
    String files = System.getProperty("spikeledger.data.fashionMnist", "");
    assumeTrue(!files.isEmpty(), "spikeledger.data.fashionMnist names no folder");
    Dataset dataset = IdxFolder.open(Path.of(files), Split.TEST);
    assertEquals(DatasetContent.sha256(FashionMnist.bundledTest()), DatasetContent.sha256(dataset));
    assertEquals(60_000, IdxFolder.open(Path.of(files), Split.TRAIN).size());
  }

  private void refused(String start) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> IdxFolder.open(folder, Split.TEST));
    assertTrue(refused.getMessage().startsWith(start), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count());
  }

  private void write(String name, byte[] content) throws IOException {
    Files.write(folder.resolve(name), content);
  }

  private static byte[] idx(byte[] values, int... extents) {
    ByteBuffer buffer = ByteBuffer.allocate(4 + 4 * extents.length + values.length);
    buffer.putInt(0x0800 | extents.length);
    for (int extent : extents) {
      buffer.putInt(extent);
    }
    return buffer.put(values).array();
  }

  private static byte[] gzip(byte[] content) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(content);
    }
    return packed.toByteArray();
  }
}
