package org.spikeledger.models.dataset;

import java.nio.file.Path;
import org.spikeledger.models.BadInputException;

/**
 * A recording of N-MNIST (Orchard et al. 2015), a file of 5 bytes an event: x, y, then a bit of
 * polarity (1 is on) and 23 bits of time in microseconds, the highest first. N-Caltech101 lies the
 * same way.
 */
final class NMnistFile {

  private static final int EVENT_BYTES = 5;

  private NMnistFile() {}

  /**
   * Reads a recording.
   *
   * @param file at most 1 GiB
   * @throws BadInputException of one line, naming the file
   */
  static EventRecording read(Path file) {
    byte[] content = InputFile.content(file);
    if (content.length == 0 || content.length % EVENT_BYTES != 0) {
      throw new BadInputException(
          "a recording of N-MNIST has at least one event, of %d bytes each: bytes=%d file=%s"
              .formatted(EVENT_BYTES, content.length, file));
    }
    EventRecording.Builder recording = EventRecording.builder();
    for (int at = 0; at < content.length; at += EVENT_BYTES) {
      int word =
          (Byte.toUnsignedInt(content[at + 2]) << 16)
              | (Byte.toUnsignedInt(content[at + 3]) << 8)
              | Byte.toUnsignedInt(content[at + 4]);
      recording.event(
          Byte.toUnsignedInt(content[at]),
          Byte.toUnsignedInt(content[at + 1]),
          word >> 23 == 1,
          word & 0x7fffff);
    }
    return recording.build();
  }
}
