package org.spikeledger.models.dataset;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;

class NMnistTest {

  @TempDir Path folder;

  @Test
  void anEventIsPlacePolarityAndTwentyThreeBitsOfTime() throws IOException {
    Path file = write("one.bin", "0a2180000121007fffff");
    EventRecording recording = EventFile.read(file).getFirst();
    assertEquals(2, recording.size());
    assertEquals(10, recording.x(0));
    assertEquals(33, recording.y(0));
    assertTrue(recording.isOn(0));
    assertEquals(1, recording.time(0));
    assertEquals(33, recording.x(1));
    assertEquals(0, recording.y(1));
    assertFalse(recording.isOn(1));
    assertEquals(0x7fffff, recording.time(1));
  }

  @Test
  void aFolderGivesItsSamplesByClassThenName() throws IOException {
    write("7/00002.bin", "0200000001");
    write("7/00001.bin", "0100000001");
    write("0/00003.bin", "0300000001");
    write("7/readme.txt", "00");
    NMnistFolder read = NMnistFolder.read(folder);
    assertEquals(List.of(0, 7, 7), read.labels());
    assertEquals(List.of(3, 1, 2), read.recordings().stream().map(each -> each.x(0)).toList());
  }

  @Test
  void aFileCutShortIsRefused() throws IOException {
    Path file = write("cut.bin", "010000");
    assertEquals(
        "a recording of N-MNIST has at least one event, of 5 bytes each: bytes=3 file=" + file,
        assertThrows(BadInputException.class, () -> EventFile.read(file)).getMessage());
    Path empty = write("empty.bin", "");
    assertThrows(BadInputException.class, () -> EventFile.read(empty));
    assertThrows(BadInputException.class, () -> NMnistFolder.read(folder.resolve("none")));
  }

  private Path write(String name, String hex) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.write(file, HexFormat.of().parseHex(hex));
  }
}
