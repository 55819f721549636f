package org.spikeledger.models.dataset;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.spikeledger.models.BadInputException;

/**
 * A part of N-MNIST as it is published: folders {@code 0} to {@code 9} with a {@code .bin} file a
 * sample, in the order of class, then file name.
 *
 * @param recordings at least one
 * @param labels the class of each
 */
public record NMnistFolder(List<EventRecording> recordings, List<Integer> labels) {

  private static final int CLASSES = 10;

  /** Copies the lists. */
  public NMnistFolder {
    recordings = List.copyOf(recordings);
    labels = List.copyOf(labels);
  }

  /**
   * Reads a folder, such as {@code Test}.
   *
   * @throws BadInputException of one line, when there is no sample in it or one is damaged
   */
  public static NMnistFolder read(Path folder) {
    List<EventRecording> recordings = new ArrayList<>();
    List<Integer> labels = new ArrayList<>();
    for (int label = 0; label < CLASSES; label++) {
      for (Path file : files(folder.resolve(String.valueOf(label)))) {
        recordings.add(NMnistFile.read(file));
        labels.add(label);
      }
    }
    if (recordings.isEmpty()) {
      throw new BadInputException(
          "a folder of N-MNIST has folders 0 to 9 with .bin files: folder=" + folder);
    }
    return new NMnistFolder(recordings, labels);
  }

  private static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".bin")).sorted().toList();
    } catch (IOException unreadable) {
      throw new BadInputException(
          "the folder cannot be read: folder=%s cause=%s"
              .formatted(folder, unreadable.getClass().getSimpleName()),
          unreadable);
    }
  }
}
