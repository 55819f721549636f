package org.spikeledger.tools.cli.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/** Writes our answers; reads our small files. Nothing in a file can choose a class. */
public final class Json {

  private static final long LARGEST_FILE = 1 << 20;

  private static final ObjectMapper MAPPER =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(32).build())
                  .build())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  private Json() {}

  /** A number as an answer has it; null where there is none. */
  public static Double orNull(OptionalDouble value) {
    return value.isPresent() ? value.getAsDouble() : null;
  }

  /** One object as text. */
  public static String write(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  /** Of well-formed JSON that is not what was expected, or whose values break a rule. */
  private static BadInputException refusal(JsonMappingException other, Path file) {
    if (other.getCause() instanceof BadInputException broken) {
      return new BadInputException(broken.getMessage() + " file=" + file, other);
    }
    String field =
        other.getPath().stream()
            .map(each -> each.getFieldName() == null ? "" + each.getIndex() : each.getFieldName())
            .collect(Collectors.joining("."));
    return new BadInputException(
        field.isEmpty()
            ? "a JSON file must hold an object: file=" + file
            : "a field must be there and of its type: field=%s file=%s".formatted(field, file),
        other);
  }

  /**
   * Reads a file of at most 1 MiB into a record.
   *
   * @throws BadInputException if it is missing, too large, or not of this form
   */
  public static <T> T read(Path file, Class<T> type) {
    try {
      long size = Files.size(file);
      if (size > LARGEST_FILE) {
        throw new BadInputException(
            "a JSON file has at most %d bytes: bytes=%d file=%s"
                .formatted(LARGEST_FILE, size, file));
      }
      T value = MAPPER.readValue(Files.readAllBytes(file), type);
      if (value == null) {
        throw new BadInputException("a JSON file must hold an object: file=" + file);
      }
      return value;
    } catch (NoSuchFileException missing) {
      throw new BadInputException("a file must exist: file=" + file, missing);
    } catch (JsonMappingException other) {
      throw refusal(other, file);
    } catch (JsonProcessingException malformed) {
      JsonLocation at = malformed.getLocation();
      throw new BadInputException(
          "a JSON file must be well formed: line=%d column=%d file=%s"
              .formatted(at.getLineNr(), at.getColumnNr(), file),
          malformed);
    } catch (IOException refused) {
      throw new UncheckedIOException(refused);
    }
  }
}
