package org.spikeledger.tools.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.spikeledger.models.BadInputException;

/**
 * The lines of a metrics log. Of a line that was written again only the last counts. A last line
 * that is still being written is passed over.
 */
final class MetricsLines {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long MOST_BYTES = 64 << 20;

  private MetricsLines() {}

  /**
   * Reads a log.
   *
   * @param key the same for a line and one that replaces it
   * @throws BadInputException where it is absent, too large, empty, or has a line of another kind
   */
  static <T> List<T> read(Path file, Class<T> type, Function<T, String> key) {
    try {
      if (Files.size(file) > MOST_BYTES) {
        throw new BadInputException(
            "a metrics log has at most %d bytes: bytes=%d file=%s"
                .formatted(MOST_BYTES, Files.size(file), file));
      }
      return parse(Files.readString(file), file, type, key);
    } catch (IOException e) {
      throw new BadInputException("a metrics log is readable: file=" + file, e);
    }
  }

  private static <T> List<T> parse(String text, Path file, Class<T> type, Function<T, String> key) {
    Map<String, T> lines = new LinkedHashMap<>();
    String whole = text.substring(0, text.lastIndexOf('\n') + 1);
    int number = 0;
    for (String line : whole.lines().toList()) {
      number++;
      try {
        T read = MAPPER.readValue(line, type);
        lines.put(key.apply(read), read);
      } catch (JsonProcessingException e) {
        throw new BadInputException(
            "a line of a metrics log is an epoch: line=%d file=%s".formatted(number, file), e);
      }
    }
    if (lines.isEmpty()) {
      throw new BadInputException("a metrics log has an epoch: file=" + file);
    }
    return new ArrayList<>(lines.values());
  }
}
