package org.spikeledger.training.progress;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.spikeledger.models.BadInputException;

/**
 * Appends one JSON object a line, as a whole or not at all; what a killed process left of a line
 * goes.
 */
public final class MetricsLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /** A log at a place; lines that are there stay. */
  public MetricsLog(Path file) {
    this.file = file;
  }

  /**
   * Appends one line.
   *
   * @param metrics a record
   */
  public void append(Object metrics) {
    try (FileChannel log =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      String line = MAPPER.writeValueAsString(metrics) + "\n";
      long end = wholeLines(log);
      log.truncate(end);
      write(log, end, ByteBuffer.wrap(line.getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new BadInputException(
          "the metrics log can be written: file=" + file + " cause=" + e.getMessage(), e);
    }
  }

  private static void write(FileChannel log, long end, ByteBuffer line) throws IOException {
    try {
      while (line.hasRemaining()) {
        log.write(line, end + line.position());
      }
    } catch (IOException full) {
      log.truncate(end);
      throw full;
    }
  }

  /** Where the last line ends that has its line feed. */
  private static long wholeLines(FileChannel log) throws IOException {
    ByteBuffer one = ByteBuffer.allocate(1);
    long end = log.size();
    while (end > 0) {
      log.read(one.clear(), end - 1);
      if (one.get(0) == '\n') {
        return end;
      }
      end--;
    }
    return 0;
  }

  /**
   * The whole lines of a log.
   *
   * @throws IOException where it cannot be read, or a line is none of its kind
   */
  public static <T> List<T> read(Path file, Class<T> type) throws IOException {
    String text = Files.readString(file);
    List<T> lines = new ArrayList<>();
    for (String line : text.substring(0, text.lastIndexOf('\n') + 1).lines().toList()) {
      lines.add(MAPPER.readValue(line, type));
    }
    return lines;
  }
}
