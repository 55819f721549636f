package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;
import org.spikeledger.models.graph.Shape;

class Cifar100FolderTest {

  private static final int RECORD = 3074;

  @TempDir Path folder;

  @Test
  void theSecondLabelCountsAndPixelsFollowIt() throws IOException {
    byte[] records = new byte[2 * RECORD];
    records[RECORD] = 19;
    records[RECORD + 1] = 99;
    records[RECORD + 2] = 7;
    records[2 * RECORD - 1] = 8;
    Files.write(folder.resolve("test.bin"), records);
    Dataset dataset = Cifar100Folder.open(folder, Split.TEST);
    assertEquals(2, dataset.size());
    assertEquals(Shape.of(3, 32, 32), dataset.imageShape());
    assertEquals("apple", dataset.classNames().get(dataset.label(0)));
    assertEquals("worm", dataset.classNames().get(dataset.label(1)));
    byte[] image = new byte[3072];
    dataset.image(1, image);
    assertEquals(7, image[0]);
    assertEquals(8, image[3071]);
    assertEquals("cifar100/test", dataset.name());
  }

  @Test
  void thereAreAHundredClassesInAlphabeticalOrder() {
    assertEquals(100, Set.copyOf(Cifar100Folder.CLASS_NAMES).size());
    assertEquals(Cifar100Folder.CLASS_NAMES.stream().sorted().toList(), Cifar100Folder.CLASS_NAMES);
  }

  @Test
  void aFileThatIsCutShortIsRefused() throws IOException {
    Path file = Files.write(folder.resolve("train.bin"), new byte[RECORD - 1]);
    BadInputException refused =
        assertThrows(BadInputException.class, () -> Cifar100Folder.open(folder, Split.TRAIN));
    assertEquals(
        "a CIFAR-100 file holds 1 to 100000 whole records of 3074 bytes: bytes=3073 file=" + file,
        refused.getMessage());
  }
}
