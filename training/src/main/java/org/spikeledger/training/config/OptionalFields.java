package org.spikeledger.training.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * The fields that a configuration may leave out, and what they then are: {@code deterministic}
 * (false), {@code conversion.steps} (0), {@code export.width} (1), and of every stage {@code from}
 * (the stage before), {@code initialThreshold} (0) and {@code spikePenalty} (0).
 */
final class OptionalFields {
  private static final List<Field> FIELDS =
      List.of(
          new Field("", "deterministic", BooleanNode.FALSE),
          new Field("conversion", "steps", IntNode.valueOf(0)),
          new Field("export", "width", DoubleNode.valueOf(1)),
          new Field("stages", "from", TextNode.valueOf("")),
          new Field("stages", "initialThreshold", DoubleNode.valueOf(0)),
          new Field("stages", "spikePenalty", DoubleNode.valueOf(0)));

  private OptionalFields() {}

  /** A field of the configuration, of an object in it or of each object in a list of it. */
  private record Field(String parent, String name, JsonNode usual) {}

  /** Gives those that are missing their default. */
  static void fill(ObjectNode configuration) {
    forEach(
        configuration,
        (object, field) -> {
          if (!object.has(field.name())) {
            object.set(field.name(), field.usual());
          }
        });
  }

  /** Takes away those that have their default. */
  static void leaveOut(ObjectNode configuration) {
    forEach(
        configuration,
        (object, field) -> {
          if (field.usual().equals(object.get(field.name()))) {
            object.remove(field.name());
          }
        });
  }

  private static void forEach(ObjectNode configuration, BiConsumer<ObjectNode, Field> work) {
    for (Field field : FIELDS) {
      JsonNode parent =
          field.parent().isEmpty() ? configuration : configuration.path(field.parent());
      Iterable<JsonNode> objects = parent.isArray() ? parent : List.of(parent);
      for (JsonNode object : objects) {
        if (object instanceof ObjectNode found) {
          work.accept(found, field);
        }
      }
    }
  }
}
