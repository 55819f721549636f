package org.spikeledger.training.config;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/**
 * Reads a training configuration; an unknown, missing or doubled field is refused by name. Of the
 * fields only {@link OptionalFields} may be missing. A network may be named ({@link NamedNetwork}).
 */
public final class ConfigurationReader {
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

  private ConfigurationReader() {}

  /**
   * Reads and checks one file.
   *
   * @throws BadInputException where the file is absent, too large, not JSON or breaks a rule
   */
  public static TrainingConfiguration read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new BadInputException(
            "a training configuration has at most 1 MiB: size=" + Files.size(file) + ", " + file);
      }
      return parse(Files.readString(file), file.toString());
    } catch (IOException e) {
      throw new BadInputException("a training configuration is readable: " + file, e);
    }
  }

  /**
   * Checks a configuration given as text.
   *
   * @param place named in messages
   */
  public static TrainingConfiguration parse(String json, String place) {
    try {
      JsonNode tree = MAPPER.readTree(json);
      if (tree instanceof ObjectNode configuration) {
        OptionalFields.fill(configuration);
        NamedNetwork.expand(configuration, MAPPER);
      }
      return MAPPER.treeToValue(tree, TrainingConfiguration.class);
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

  private static String firstLine(JsonProcessingException e) {
    String line = e.getOriginalMessage().lines().findFirst().orElse("not JSON");
    return line.replaceFirst("; `DeserializationFeature.*", "");
  }
}
