package org.spikeledger.simulator.energy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.exc.InvalidTypeIdException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.stream.Collectors;
import org.spikeledger.models.BadInputException;

/** Reads a cost model file strictly: every field is known, there, and of its type. */
final class CostModelReader {

  static final int MOST_BYTES = 1 << 20;

  private static final ObjectReader READER = mapper().readerFor(CostModel.class);

  private CostModelReader() {}

  static CostModel read(byte[] json, String file) {
    try {
      return READER.readValue(json);
    } catch (InvalidTypeIdException e) {
      throw e.getTypeId() == null
          ? new BadInputException(
              "a field of a cost model must be there and of its type: field=kind file=" + file, e)
          : new BadInputException(
              "a cost model is of a kind that is known: kind=%s known=%s file=%s"
                  .formatted(e.getTypeId(), CostModel.KINDS, file),
              e);
    } catch (UnrecognizedPropertyException e) {
      throw refused("a cost model has no such field", e, file);
    } catch (JsonMappingException e) {
      throw switch (e.getCause()) {
        case BadInputException cause ->
            new BadInputException("%s file=%s".formatted(cause.getMessage(), file), e);
        case JsonProcessingException cause -> notJson(cause, file);
        case null, default ->
            refused("a field of a cost model must be there and of its type", e, file);
      };
    } catch (JsonProcessingException e) {
      throw notJson(e, file);
    } catch (IOException e) {
      throw new BadInputException("a cost model must be readable: file=" + file, e);
    }
  }

  private static BadInputException notJson(JsonProcessingException e, String file) {
    return new BadInputException(
        "a cost model must be JSON: line=%d column=%d file=%s"
            .formatted(e.getLocation().getLineNr(), e.getLocation().getColumnNr(), file),
        e);
  }

  private static BadInputException refused(String rule, JsonMappingException e, String file) {
    if (e.getPath().isEmpty()) {
      return new BadInputException("a cost model is one JSON object: file=" + file, e);
    }
    return new BadInputException("%s: field=%s file=%s".formatted(rule, field(e), file), e);
  }

  private static String field(JsonMappingException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .collect(Collectors.joining("."));
  }

  private static JsonMapper mapper() {
    JsonFactory factory =
        JsonFactory.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .streamReadConstraints(
                StreamReadConstraints.builder()
                    .maxNestingDepth(16)
                    .maxDocumentLength(MOST_BYTES)
                    .build())
            .build();
    return JsonMapper.builder(factory)
        .enable(
            DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
            DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES,
            DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
            DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS,
            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .build();
  }
}
