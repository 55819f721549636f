package org.spikeledger.training.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/** Reads JSON into records; an unknown, missing or doubled field is refused by name. */
public final class StrictJson {
  private static final long LARGEST_FILE = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .build();

  private StrictJson() {}

  /** What is done to an object before it becomes a record. */
  @FunctionalInterface
  interface Preparation {
    void apply(ObjectNode object, JsonMapper mapper) throws JsonProcessingException;
  }

  /**
   * The object in a file.
   *
   * @throws BadInputException where the file is absent, too large or no JSON object
   */
  public static ObjectNode read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new BadInputException(
            "a JSON file has at most %d bytes: bytes=%d file=%s"
                .formatted(LARGEST_FILE, Files.size(file), file));
      }
      return parse(Files.readString(file), "file=" + file);
    } catch (IOException e) {
      throw new BadInputException("a JSON file is readable: file=" + file, e);
    }
  }

  /**
   * The object in a text.
   *
   * @param place named in messages
   */
  public static ObjectNode parse(String json, String place) {
    try {
      if (MAPPER.readTree(json) instanceof ObjectNode object) {
        return object;
      }
      throw new BadInputException("a JSON file is one object, " + place);
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "a JSON file is well formed: %s, line=%d column=%d, %s"
              .formatted(
                  firstLine(e), e.getLocation().getLineNr(), e.getLocation().getColumnNr(), place),
          e);
    }
  }

  /**
   * The record that an object describes.
   *
   * @param place named in messages
   * @throws BadInputException where a field breaks a rule, which is named
   */
  public static <T> T bind(ObjectNode object, Class<T> type, String place) {
    return bind(object, type, place, (_, _) -> {});
  }

  static <T> T bind(ObjectNode object, Class<T> type, String place, Preparation preparation) {
    try {
      preparation.apply(object, MAPPER);
      return MAPPER.treeToValue(object, type);
    } catch (JsonMappingException e) {
      throw refusal(e, place);
    } catch (JsonProcessingException e) {
      throw new BadInputException(firstLine(e) + ", " + place, e);
    } catch (BadInputException e) {
      throw new BadInputException(e.getMessage() + ", " + place, e);
    }
  }

  private static BadInputException refusal(JsonMappingException e, String place) {
    String field =
        e.getPath().stream()
            .map(step -> step.getFieldName() == null ? "" + step.getIndex() : step.getFieldName())
            .collect(Collectors.joining("."));
    if (e.getCause() instanceof BadInputException cause) {
      return new BadInputException(
          cause.getMessage() + ", at " + (field.isEmpty() ? "the top" : field) + ", " + place, e);
    }
    return new BadInputException(
        "training configuration: " + firstLine(e) + ", at " + field + ", " + place, e);
  }

  /** What Jackson says, without what speaks of classes and of Jackson itself. */
  private static String firstLine(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    return line.replaceFirst("(; `DeserializationFeature| \\(start marker at).*", "")
        .replaceFirst(" \\(class [^)]*\\), not marked as ignorable.*", "")
        .replaceFirst("`[\\w.$]*\\.(\\w+)`", "$1")
        .replaceFirst(" \\(index \\d+\\)", "");
  }
}
