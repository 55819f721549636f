package org.spikeledger.models.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.spikeledger.models.BadInputException;

/** What a file that somebody names as an output must be, before any work is done for it. */
public final class OutputFile {

  private OutputFile() {}

  /**
   * Refuses an output that could not be written, or that would destroy what it is made from.
   *
   * @param file need not exist yet; its folder must
   * @param inputs of the same command, none of which it may be
   * @throws BadInputException with the rule that it breaks
   */
  public static void require(Path file, List<Path> inputs) {
    Path folder = file.toAbsolutePath().getParent();
    if (folder == null || file.getFileName().toString().isEmpty() || !Files.isDirectory(folder)) {
      throw new BadInputException("an output lies in a folder that exists: output=" + file);
    }
    if (Files.exists(file) && !Files.isRegularFile(file)) {
      throw new BadInputException("an output replaces nothing but a regular file: output=" + file);
    }
    for (Path input : inputs) {
      if (isSame(file, input)) {
        throw new BadInputException(
            "an output is no input of the same command: output=%s input=%s".formatted(file, input));
      }
    }
  }

  private static boolean isSame(Path file, Path input) {
    try {
      return Files.exists(file) && Files.exists(input) && Files.isSameFile(file, input);
    } catch (IOException unknown) {
      return false;
    }
  }
}
