package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class Cifar10FolderTest {

  private static final int RECORD = 3073;

  @TempDir Path folder;

  @Test
  void recordsAreReadAsChannelRowColumn() throws IOException {
    byte[] records = new byte[2 * RECORD];
    records[RECORD] = 9;
    for (int i = 0; i < 3072; i++) {
      records[RECORD + 1 + i] = (byte) (i / 1024 * 50 + i % 32);
    }
    Files.write(folder.resolve("test_batch.bin"), records);
    Dataset dataset = Cifar10Folder.open(folder, Split.TEST);
    assertEquals(2, dataset.size());
    assertEquals(Shape.of(3, 32, 32), dataset.imageShape());
    assertEquals("truck", dataset.classNames().get(dataset.label(1)));
    byte[] image = new byte[3072];
    dataset.image(1, image);
    assertEquals(50 + 7, image[1024 + 5 * 32 + 7]);
    assertEquals("cifar10/test", dataset.name());
  }

  @Test
  void theTrainingImagesAreTheFiveFilesInOrder() throws IOException {
    for (int file = 1; file <= 5; file++) {
      byte[] record = new byte[RECORD];
      record[0] = (byte) file;
      Files.write(folder.resolve("data_batch_" + file + ".bin"), record);
    }
    Dataset dataset = Cifar10Folder.open(folder, Split.TRAIN);
    assertEquals(5, dataset.size());
    for (int i = 0; i < 5; i++) {
      assertEquals(i + 1, dataset.label(i));
    }
  }

  @Test
  void aFileWhoseLengthIsNoWholeNumberOfRecordsIsRefused() throws IOException {
    Path file = folder.resolve("test_batch.bin");
    for (int length : new int[] {0, 1, RECORD - 1, RECORD + 1}) {
      Files.write(file, new byte[length]);
      refused(
          "a CIFAR-10 file holds 1 to 100000 whole records of 3073 bytes: bytes=%d file=%s"
              .formatted(length, file));
    }
  }

  @Test
  void aLabelBeyondTheClassesIsRefused() throws IOException {
    byte[] records = new byte[2 * RECORD];
    records[RECORD] = 10;
    Files.write(folder.resolve("test_batch.bin"), records);
    refused(
        "a label is below the number of classes: label=10 classes=10 image=1 dataset=cifar10/test");
  }

  @Test
  void aMissingFileIsRefusedByName() {
    refused("the file does not exist: file=" + folder.resolve("test_batch.bin"));
  }

  @Test
  void theOfficialFilesAreReadWhole() {
    String files = System.getProperty("spikeledger.data.cifar10", "");
    assumeTrue(!files.isEmpty(), "spikeledger.data.cifar10 names no folder");
    Dataset test = Cifar10Folder.open(Path.of(files), Split.TEST);
    assertEquals(10_000, test.size());
    int[] perClass = new int[10];
    for (int i = 0; i < test.size(); i++) {
      perClass[test.label(i)]++;
    }
    for (int images : perClass) {
      assertEquals(1000, images);
    }
    assertEquals(50_000, Cifar10Folder.open(Path.of(files), Split.TRAIN).size());
  }

  private void refused(String message) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> Cifar10Folder.open(folder, Split.TEST));
    assertEquals(message, refused.getMessage());
  }
}
