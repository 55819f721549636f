package org.spikeledger.models.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.spikeledger.models.BadInputException;

class OutputFileTest {

  @TempDir private Path folder;

  @Test
  void aNewFileAndARegularOneMayBeWritten() throws IOException {
    Path input = Files.createFile(folder.resolve("input"));
    OutputFile.require(folder.resolve("new"), List.of(input));
    OutputFile.require(Files.createFile(folder.resolve("old")), List.of(input));
    OutputFile.require(Path.of("in-the-working-folder"), List.of());
  }

  @Test
  void anInputIsNoOutputUnderWhateverName() throws IOException {
    Path input = Files.createFile(folder.resolve("input"));
    Path link = Files.createLink(folder.resolve("link"), input);
    Path way = folder.resolve(".").resolve("input");
    for (Path output : List.of(input, link, way)) {
      assertRefused("no input of the same command", output, List.of(input));
    }
  }

  @Test
  void foldersAndMissingFoldersAndNoNameAreRefused() {
    assertRefused("nothing but a regular file", folder, List.of());
    assertRefused("a folder that exists", folder.resolve("none").resolve("file"), List.of());
    assertRefused("a folder that exists", Path.of(""), List.of());
  }

  private static void assertRefused(String rule, Path output, List<Path> inputs) {
    BadInputException refused =
        assertThrows(BadInputException.class, () -> OutputFile.require(output, inputs));
    assertTrue(refused.getMessage().contains(rule), refused.getMessage());
    assertEquals(1, refused.getMessage().lines().count(), refused.getMessage());
  }
}
